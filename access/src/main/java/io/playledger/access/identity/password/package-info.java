/** Passwords: how they are hashed, and what a new one must be. */
package io.playledger.access.identity.password;
