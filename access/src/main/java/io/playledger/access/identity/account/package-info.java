/** Accounts as they are kept, and their e-mail addresses. */
@NullMarked
package io.playledger.access.identity.account;

import org.jspecify.annotations.NullMarked;
