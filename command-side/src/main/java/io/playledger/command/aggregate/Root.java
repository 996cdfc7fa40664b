package io.playledger.command.aggregate;

import io.playledger.api.CommandRejected;
import io.playledger.api.RejectionCode;

/**
 * The root of an aggregate. A blank root has no state yet. Its identifier is therefore nullable;
 * its other fields count as set because they are read only once it exists.
 */
public interface Root {

  /** Whether an event has created it; a blank root has no state and no identifier. */
  boolean exists();

  /** Refuses a command on an aggregate that does not exist. */
  default void requireExists(RejectionCode missing) {
    if (!exists()) {
      throw new CommandRejected(missing);
    }
  }

  /** Refuses a second creation. */
  default void requireAbsent(RejectionCode present) {
    if (exists()) {
      throw new CommandRejected(present);
    }
  }
}
