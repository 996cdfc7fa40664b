package io.playledger.runtime.rebuild;

import io.playledger.runtime.processor.BatchHandling;
import io.playledger.runtime.processor.HandlerGroup;
import io.playledger.runtime.processor.LogPositions;
import io.playledger.runtime.processor.LogReader;
import io.playledger.runtime.processor.Savepoints;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Takes the log through a projection's handlers, batch by batch, into the shadow tables. */
final class Replay {

  private static final int BATCH_EVENTS = 5_000;

  private final LogReader log;
  private final HandlerGroup handlers;
  private final TransactionManager transactions;
  private final RememberedParking parking = new RememberedParking();
  private final BatchHandling handling;
  private long position;
  private long eventsDone;

  Replay(
      String processor,
      LogReader log,
      HandlerGroup handlers,
      TransactionManager transactions,
      Savepoints savepoints) {
    this.log = log;
    this.handlers = handlers;
    this.transactions = transactions;
    this.handling =
        new BatchHandling("rebuild of " + processor, true, handlers, parking, savepoints);
  }

  long position() {
    return position;
  }

  long eventsDone() {
    return eventsDone;
  }

  List<RememberedParking.Failure> failures() {
    return parking.failures();
  }

  /** Replays every event up to this position; tells after each batch. */
  void upTo(long target, Runnable progressed) {
    if (target <= position) {
      return;
    }
    try (Stream<? extends TrackedEventMessage<?>> events = log.readAfter(position)) {
      Iterator<? extends TrackedEventMessage<?>> iterator = events.iterator();
      List<TrackedEventMessage<?>> batch = new ArrayList<>(BATCH_EVENTS);
      int read = 0;
      while (iterator.hasNext()) {
        TrackedEventMessage<?> event = iterator.next();
        long at = LogPositions.of(event);
        if (at > target) {
          break;
        }
        // events of one position stay in one batch
        if (read >= BATCH_EVENTS && at > position) {
          handle(batch);
          progressed.run();
          read = 0;
        }
        position = at;
        read++;
        if (handlers.canHandle(event)) {
          batch.add(event);
        }
      }
      handle(batch);
    }
    position = target;
    progressed.run();
  }

  private void handle(List<TrackedEventMessage<?>> batch) {
    if (!batch.isEmpty()) {
      transactions.executeInTransaction(() -> handling.handle(batch));
      eventsDone += batch.size();
      batch.clear();
    }
  }
}
