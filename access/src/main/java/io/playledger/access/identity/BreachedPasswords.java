package io.playledger.access.identity;

/** Knows passwords that were in a breach. */
@FunctionalInterface
interface BreachedPasswords {

  /** False also where that can not be found out just now: nobody is kept out by it. */
  boolean contains(String password);
}
