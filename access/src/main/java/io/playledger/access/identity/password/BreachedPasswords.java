package io.playledger.access.identity.password;

/** Recognises breached passwords. */
@FunctionalInterface
interface BreachedPasswords {

  /** Whether the password is known from a breach; false if that cannot be determined now. */
  boolean contains(String password);
}
