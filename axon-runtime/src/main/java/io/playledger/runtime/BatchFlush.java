package io.playledger.runtime;

/**
 * A projection that gathers rows while it handles a batch and writes them at its end as multi-row
 * statements. Gathered rows are kept in a {@link BatchState}.
 */
@FunctionalInterface
public interface BatchFlush {

  /**
   * Writes what was gathered. Called once a batch, in its transaction, before its token is stored;
   * called once an event when a batch failed and is tried again event by event.
   */
  void flushBatch();
}
