package io.playledger.runtime.processor;

import java.time.Duration;

/** How far a projection's tables are, for reading one's own writes. */
public interface ProjectionProgress {

  /**
   * Waits until the projection reflects every event up to this position, also those that it does
   * not handle. Woken by the processor's progress, not by a poll.
   *
   * @param projection name as in {@code @Projection}
   * @return false when the time ended first, or the waiting thread was interrupted (its flag is set
   *     again)
   */
  boolean awaitPosition(String projection, long position, Duration timeout);

  /** Position up to which the tables reflect the log; 0 when nothing is handled yet. */
  long position(String projection);
}
