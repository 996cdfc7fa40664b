package io.playledger.axonserver;

import io.playledger.eventstore.read.EventLogFilter;
import io.playledger.eventstore.read.EventLogReader;
import io.playledger.eventstore.read.EventRecord;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Looks events up by aggregate in the copy of the log, which knows their positions. */
final class LogCopyIndex {

  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long LOOK_AGAIN_MILLIS = 10;

  private final EventLogReader copy;

  LogCopyIndex(EventLogReader copy) {
    this.copy = copy;
  }

  /** The first event of an aggregate, as far as it is copied. */
  Optional<EventRecord> first(String aggregateId) {
    EventLogFilter filter = EventLogFilter.all().withAggregate(null, aggregateId);
    return copy
        .read(filter, EventLogReader.Order.OLDEST_FIRST, EventLogReader.START, 1)
        .records()
        .stream()
        .findFirst();
  }

  /** Position of an aggregate's first event; waits a little for it to be copied. */
  OptionalLong awaitFirst(String aggregateId) {
    long untilNanos = System.nanoTime() + WAIT_NANOS;
    while (true) {
      Optional<EventRecord> found = first(aggregateId);
      if (found.isPresent()) {
        return OptionalLong.of(found.get().position());
      }
      if (System.nanoTime() >= untilNanos) {
        return OptionalLong.empty();
      }
      AxonServerSession.pause(LOOK_AGAIN_MILLIS);
    }
  }
}
