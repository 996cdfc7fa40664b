package io.playledger.api;

import java.time.Instant;

/** The moment a read speaks of. */
public sealed interface AsOf {

  /** The latest that the projection knows. */
  record Latest() implements AsOf {}

  /**
   * After the event at this position, before the next.
   *
   * @param position place in the whole log, from 1
   */
  record AtPosition(long position) implements AsOf {}

  /**
   * After the last event that happened at or before this instant.
   *
   * @param instant UTC
   */
  record AtInstant(Instant instant) implements AsOf {}

  /** The latest that the projection knows. */
  static AsOf latest() {
    return new Latest();
  }
}
