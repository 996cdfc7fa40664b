/** Passwords: hashing, and the rules of new ones. */
@NullMarked
package io.playledger.access.identity.password;

import org.jspecify.annotations.NullMarked;
