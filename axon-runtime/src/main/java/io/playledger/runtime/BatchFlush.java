package io.playledger.runtime;

/**
 * A projection that gathers rows while it handles a batch and writes them at its end as multi-row
 * statements. Gathered rows are kept in a {@link BatchState}.
 */
@FunctionalInterface
public interface BatchFlush {

  /**
   * Writes the gathered rows. Called once per batch, in its transaction, before its token is
   * stored; called once per event if a batch failed and is handled again event by event.
   */
  void flushBatch();
}
