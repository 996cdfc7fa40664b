package io.playledger.runtime.wiring;

import io.playledger.eventstore.PostgresEventStorageEngine;

/** A home of the log other than PostgreSQL, from which a log can be moved into PostgreSQL. */
public interface OtherHome {

  /** As in {@code playledger.event-store.home}. */
  String name();

  /**
   * Makes the copy in PostgreSQL the log.
   *
   * @param copy writes the copy
   */
  void moveToPostgres(PostgresEventStorageEngine copy);
}
