package io.playledger.projection.feed;

import io.playledger.api.Event;
import io.playledger.projection.Facts;
import java.time.Instant;

/** An event as a feed tells it, whoever reads it. */
record Happening(long position, Instant at, String type, Subject subject, Facts facts) {

  static Happening of(Event event, long position, Subject subject) {
    return new Happening(
        position, event.at(), event.getClass().getSimpleName(), subject, Facts.none());
  }

  Happening with(Facts more) {
    return new Happening(position, at, type, subject, more);
  }
}
