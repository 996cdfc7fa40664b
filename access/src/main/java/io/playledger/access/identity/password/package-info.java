/** Passwords: hashing, and the rules of new ones. */
package io.playledger.access.identity.password;
