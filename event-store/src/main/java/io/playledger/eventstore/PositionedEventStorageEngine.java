package io.playledger.eventstore;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * A home of the log: every event has a position, gapless from 1 over the whole log. Tokens are
 * {@link org.axonframework.eventhandling.GlobalSequenceTrackingToken}s of the position handled
 * last, 0 before the first event. Whatever an append throws is one of the exceptions that {@link
 * PostgresEventStorageEngine} names, so callers need not know which home it is.
 */
public interface PositionedEventStorageEngine extends EventStorageEngine, AutoCloseable {

  /** The last position of the log; 0 while it is empty. */
  long head();

  /** Takes no further events, ends what waits, gives the connections back. */
  @Override
  void close();
}
