package io.playledger.runtime.rebuild;

import io.playledger.runtime.processor.BatchHandling;
import io.playledger.runtime.processor.HandlerGroup;
import io.playledger.runtime.processor.LogReader;
import io.playledger.runtime.processor.Savepoints;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Replays the log batch by batch through a projection's handlers into the shadow tables. */
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

  /** Replays every event up to this position and reports after each batch. */
  void upTo(long target, Runnable progressed) {
    if (target <= position) {
      return;
    }
    try (BatchesAhead batches = new BatchesAhead(log, handlers, position, target, BATCH_EVENTS)) {
      for (BatchesAhead.Batch batch = batches.next(); !batch.isLast(); batch = batches.next()) {
        handle(batch.events());
        position = batch.last();
        progressed.run();
      }
    }
    position = target;
    progressed.run();
  }

  private void handle(List<TrackedEventMessage<?>> batch) {
    if (!batch.isEmpty()) {
      transactions.executeInTransaction(() -> handling.handle(batch));
      eventsDone += batch.size();
    }
  }
}
