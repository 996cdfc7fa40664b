package io.playledger.eventstore.append;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates on which a command of this batch failed, with the first lost sequence. A later command
 * of the batch that continues there rests on lost events.
 */
final class LostAggregates {
  private final Map<String, Long> firstLostSequence = new HashMap<>();

  void add(PendingAppend failed) {
    for (SerializedEvent event : failed.events()) {
      firstLostSequence.merge(event.aggregateId(), event.sequence(), Math::min);
    }
  }

  /** The first event that continues a lost history. */
  @Nullable SerializedEvent firstBehind(PendingAppend command) {
    for (SerializedEvent event : command.events()) {
      Long lost = firstLostSequence.get(event.aggregateId());
      if (lost != null && event.sequence() > lost) {
        return event;
      }
    }
    return null;
  }
}
