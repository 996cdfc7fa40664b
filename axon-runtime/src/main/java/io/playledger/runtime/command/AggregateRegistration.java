package io.playledger.runtime.command;

import java.util.Objects;

/**
 * An event-sourced aggregate class to be registered.
 *
 * @param name under which its events and snapshots are stored, for example {@code ledger.Wallet}
 * @param type the annotated class
 * @param snapshotEveryEvents events between snapshots; 0 for none
 */
public record AggregateRegistration(String name, Class<?> type, int snapshotEveryEvents) {

  /** Checks the values. */
  public AggregateRegistration {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    if (snapshotEveryEvents < 0) {
      throw new IllegalArgumentException("snapshotEveryEvents must not be negative");
    }
  }

  /**
   * The same with another number of events between snapshots, if it has snapshots.
   *
   * @param events 0 leaves it unchanged
   */
  public AggregateRegistration snapshottedEvery(int events) {
    return events == 0 || snapshotEveryEvents == 0
        ? this
        : new AggregateRegistration(name, type, events);
  }
}
