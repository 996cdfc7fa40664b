package io.playledger.runtime.command;

import io.playledger.eventstore.AppendContext;
import io.playledger.eventstore.PositionedEventStorageEngine;
import java.util.Map;
import java.util.Set;

/**
 * Tells whether the states that a command decided on are still the newest. An append is refused by
 * the event store where they are not; an answer that stores nothing meets nobody there, so it is
 * asked for here, before it is given. Another node's append leaves no trace in this node's memory:
 * without that question a wallet that is empty here would be told to be empty for ever.
 */
public final class KnownStates {

  private final PositionedEventStorageEngine events;
  private final AggregateCache cache;

  /** Of the aggregates in the cache, by the events in the log. */
  public KnownStates(PositionedEventStorageEngine events, AggregateCache cache) {
    this.events = events;
    this.cache = cache;
  }

  /**
   * Whether nobody has gone on from what the command looked at. Where somebody has, the next
   * command reads the aggregate from the log.
   */
  boolean areNewest(AppendContext command) {
    Map<String, Long> lookedAt = command.lookedAt();
    if (lookedAt.isEmpty()) {
      return true;
    }
    Set<String> overtaken = events.overtaken(lookedAt);
    overtaken.forEach(id -> cache.of(id).overtaken());
    return overtaken.isEmpty();
  }
}
