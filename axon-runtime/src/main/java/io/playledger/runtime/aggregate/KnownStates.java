package io.playledger.runtime.aggregate;

import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.eventstore.append.AppendContext;
import java.util.Map;
import java.util.Set;

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
   * Whether no aggregate that the command read has changed. If one has, the next command reads it
   * from the log.
   */
  public boolean areNewest(AppendContext command) {
    Map<String, Long> lookedAt = command.lookedAt();
    if (lookedAt.isEmpty()) {
      return true;
    }
    Set<String> overtaken = events.overtaken(lookedAt);
    overtaken.forEach(id -> cache.of(id).overtaken());
    return overtaken.isEmpty();
  }
}
