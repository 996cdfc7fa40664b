package io.playledger.runtime;

import java.time.Duration;

/** Where the log lives, for those who may know: operators and auditors. */
public interface EventHome {

  /** In words, such as {@code PostgreSQL, schema event_store}. */
  String describe();

  /**
   * Waits until auditors find in the database whatever was stored before this call: where the log
   * lives elsewhere, the database has a copy that follows it.
   *
   * @return false when that takes longer
   */
  boolean awaitAuditable(Duration timeout);
}
