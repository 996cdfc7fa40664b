package io.playledger.runtime.rebuild;

import io.playledger.runtime.deadletter.Parking;
import io.playledger.runtime.processor.BatchHandling;
import io.playledger.runtime.processor.HandlerGroup;
import io.playledger.runtime.processor.LogPositions;
import io.playledger.runtime.processor.LogReader;
import io.playledger.runtime.processor.Savepoints;
import java.util.List;
import java.util.Set;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Replays the log batch by batch through a projection's handlers into the shadow tables. Events
 * that an admin discarded for the projection are skipped. The first event that fails ends the
 * replay.
 */
final class Replay {

  private static final int BATCH_EVENTS = 5_000;

  private final LogReader log;
  private final HandlerGroup handlers;
  private final TransactionManager transactions;
  private final Set<Long> discarded;
  private final BatchHandling handling;
  private long position;

  Replay(
      String processor,
      LogReader log,
      HandlerGroup handlers,
      TransactionManager transactions,
      Savepoints savepoints,
      Set<Long> discarded) {
    this.log = log;
    this.handlers = handlers;
    this.transactions = transactions;
    this.discarded = discarded;
    this.handling =
        new BatchHandling(
            "rebuild of " + processor, true, handlers, new NothingParked(), savepoints);
  }

  long position() {
    return position;
  }

  /** Positions of the events that it skips. */
  Set<Long> discarded() {
    return discarded;
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
    List<TrackedEventMessage<?>> kept =
        discarded.isEmpty()
            ? batch
            : batch.stream().filter(event -> !discarded.contains(LogPositions.of(event))).toList();
    if (!kept.isEmpty()) {
      transactions.executeInTransaction(() -> handling.handle(kept));
    }
  }

  private static final class NothingParked implements Parking {

    @Override
    public Set<String> waiting(List<? extends EventMessage<?>> events) {
      return Set.of();
    }

    @Override
    public void parkBehind(List<? extends EventMessage<?>> events) {
      throw new IllegalStateException("a replay ends with the first failed event");
    }

    @Override
    public void park(EventMessage<?> event, Throwable cause) {
      throw new ReplayFailedException(event, cause);
    }
  }
}
