package io.playledger.eventstore;

import java.util.HashMap;
import java.util.Map;

/**
 * Aggregates on which a command of this batch failed, and from which sequence on. A later command
 * of the batch that continues behind it was decided on a state that never came to be.
 */
final class LostAggregates {
  private final Map<String, Long> firstLostSequence = new HashMap<>();

  void add(PendingAppend failed) {
    for (SerializedEvent event : failed.events()) {
      firstLostSequence.merge(event.aggregateId(), event.sequence(), Math::min);
    }
  }

  /** The first event that continues a lost history, or null. */
  SerializedEvent firstBehind(PendingAppend command) {
    for (SerializedEvent event : command.events()) {
      Long lost = firstLostSequence.get(event.aggregateId());
      if (lost != null && event.sequence() > lost) {
        return event;
      }
    }
    return null;
  }
}
