package io.playledger.api;

import java.time.Instant;

/**
 * A past fact, kept for ever. Every event type carries {@code @Revision}, has a golden JSON sample
 * under {@code docs/events}, and is read by every later build.
 */
public interface Event {

  /** When it happened, as the command that caused it said. */
  Instant at();
}
