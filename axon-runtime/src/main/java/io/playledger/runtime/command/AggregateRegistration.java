package io.playledger.runtime.command;

import java.util.Objects;

/**
 * An event-sourced aggregate class to be registered.
 *
 * @param type the annotated class
 * @param snapshotEveryEvents a snapshot after so many events; 0 for never
 */
public record AggregateRegistration(Class<?> type, int snapshotEveryEvents) {

  /** Checks the values. */
  public AggregateRegistration {
    Objects.requireNonNull(type, "type");
    if (snapshotEveryEvents < 0) {
      throw new IllegalArgumentException("snapshotEveryEvents must not be negative");
    }
  }

  /**
   * The same with so many events between snapshots, where it has any.
   *
   * @param events 0 leaves it as it is
   */
  public AggregateRegistration snapshottedEvery(int events) {
    return events == 0 || snapshotEveryEvents == 0 ? this : new AggregateRegistration(type, events);
  }

  /** Without snapshots. */
  public static AggregateRegistration of(Class<?> type) {
    return new AggregateRegistration(type, 0);
  }
}
