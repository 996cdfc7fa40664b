package io.playledger.runtime.processor;

import java.time.Duration;

/** The progress of a projection's tables, with which clients read their own writes. */
public interface ProjectionProgress {

  /**
   * Waits until the projection reflects every event up to this position, including those that it
   * does not handle. The processor's progress ends the wait; there is no polling.
   *
   * @param projection name as in {@code @Projection}
   * @return false if the time ran out, or the waiting thread was interrupted (its flag is set
   *     again)
   */
  boolean awaitPosition(String projection, long position, Duration timeout);

  /** Position up to which the tables reflect the log; 0 when nothing is handled yet. */
  long position(String projection);
}
