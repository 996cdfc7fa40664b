package io.playledger.command.aggregate;

/** The root of an aggregate. */
public interface Root {

  /** Whether an event has created it; a blank root has no state and no identifier. */
  boolean exists();
}
