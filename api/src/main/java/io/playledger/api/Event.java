package io.playledger.api;

import java.time.Instant;

/**
 * A past fact, stored forever. Every event type carries {@code @Revision}, has a golden JSON sample
 * under {@code docs/events}, and is read by every later build.
 */
public interface Event {

  /** The time of the event, taken from the command that caused it. */
  Instant at();
}
