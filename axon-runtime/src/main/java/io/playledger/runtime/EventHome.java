package io.playledger.runtime;

import java.time.Duration;

/** The home of the log, for operators and auditors. */
public interface EventHome {

  /** A description, for example {@code PostgreSQL, schema event_store}. */
  String describe();

  /**
   * Waits until the database contains all events stored before this call: if the log lives
   * elsewhere, the database has a copy that follows it.
   *
   * @return false if that takes longer
   */
  boolean awaitAuditable(Duration timeout);
}
