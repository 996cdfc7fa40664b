/** Accounts as they are kept, and their e-mail addresses. */
package io.playledger.access.identity.account;
