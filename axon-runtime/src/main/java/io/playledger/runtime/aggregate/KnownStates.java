package io.playledger.runtime.aggregate;

import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.eventstore.append.AppendContext;
import java.util.Map;

/**
 * Checks whether the states on which a command was decided are still the newest. If not, the event
 * store refuses an append; but an answer that stores nothing is not checked there, so it is checked
 * here before it is given. This node does not notice appends of other nodes: without the check, a
 * wallet that is empty here would be reported as empty forever.
 */
public final class KnownStates {

  private final PositionedEventStorageEngine events;
  private final AggregateCache cache;

  /** Checks cached aggregates against the events in the log. */
  public KnownStates(PositionedEventStorageEngine events, AggregateCache cache) {
    this.events = events;
    this.cache = cache;
  }

  /**
   * Whether no other node has changed an aggregate since the command read it. If one has, the next
   * command reads it from the log. This node's own later events do not count: each was decided
   * after the command, on the state that it had read.
   */
  public boolean areNewest(AppendContext command) {
    Map<String, Long> lookedAt = command.lookedAt();
    if (lookedAt.isEmpty()) {
      return true;
    }
    boolean newest = true;
    for (String id : events.overtaken(lookedAt)) {
      CachedAggregate<?> cached = cache.of(id);
      long last = events.lastSequenceNumberFor(id).orElse(-1L);
      if (!cached.wroteAll(lookedAt.get(id), last)) {
        cached.overtaken();
        newest = false;
      }
    }
    return newest;
  }
}
