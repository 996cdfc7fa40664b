package io.playledger.eventstore.tail;

import io.playledger.eventstore.read.EventRecord;
import java.util.List;
import java.util.function.Supplier;

/**
 * The events that this node has stored in one transaction.
 *
 * @param first position of its first event
 * @param events number of events
 * @param records the events as a reader of the log finds them
 */
public record StoredBatch(long first, int events, Supplier<List<EventRecord>> records) {

  /** Position of its last event. */
  public long last() {
    return first + events - 1;
  }
}
