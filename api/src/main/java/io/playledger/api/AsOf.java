package io.playledger.api;

import java.time.Instant;

/** The moment whose state a read returns. */
public sealed interface AsOf {

  /** The latest state of the projection. */
  record Latest() implements AsOf {}

  /**
   * The state after the event at this position.
   *
   * @param position place in the whole log, from 1
   */
  record AtPosition(long position) implements AsOf {}

  /**
   * The state after the last event that happened at or before this instant.
   *
   * @param instant UTC
   */
  record AtInstant(Instant instant) implements AsOf {}

  /** The latest state of the projection. */
  static AsOf latest() {
    return new Latest();
  }
}
