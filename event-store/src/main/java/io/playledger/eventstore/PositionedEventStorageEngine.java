package io.playledger.eventstore;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /**
   * The aggregates that have changed since they were read.
   *
   * @param known last known sequence of each aggregate
   * @return ids of those with later events
   */
  default Set<String> overtaken(Map<String, Long> known) {
    return known.entrySet().stream()
        .filter(one -> lastSequenceNumberFor(one.getKey()).orElse(-1L) > one.getValue())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Accepts no further events, completes waiting ones, and returns the connections. */
  @Override
  void close();
}
