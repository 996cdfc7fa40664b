package io.playledger.runtime.processor;

import io.playledger.runtime.command.Provenance;
import io.playledger.runtime.deadletter.DeadLetterTable;
import io.playledger.runtime.deadletter.Parking;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles a batch inside the caller's transaction. A failed event is parked, and nothing else is
 * lost.
 *
 * <p>A projection's batch runs behind one savepoint; if it fails, it is undone and handled again
 * event by event, each behind its own savepoint. Reactions are always handled event by event. A
 * transient failure is thrown: the caller rolls back and retries the batch.
 */
public final class BatchHandling {

  private static final Logger logger = LoggerFactory.getLogger(BatchHandling.class);

  private final String processor;
  private final boolean together;
  private final HandlerGroup handlers;
  private final Parking parking;
  private final Savepoints savepoints;

  /**
   * @param together whether a batch is first handled as a whole
   */
  public BatchHandling(
      String processor,
      boolean together,
      HandlerGroup handlers,
      Parking parking,
      Savepoints savepoints) {
    this.processor = processor;
    this.together = together;
    this.handlers = handlers;
    this.parking = parking;
    this.savepoints = savepoints;
  }

  /** Handles the events in order. Those that wait behind a dead letter do not hold up others. */
  public void handle(List<? extends EventMessage<?>> events) {
    Set<String> waiting = parking.waiting(events);
    if (waiting.isEmpty()) {
      handleUnparked(events);
      return;
    }
    Map<Boolean, List<EventMessage<?>>> byWaiting =
        events.stream()
            .collect(
                Collectors.partitioningBy(
                    event -> waiting.contains(DeadLetterTable.sequenceOf(event))));
    parking.parkBehind(byWaiting.get(true));
    handleUnparked(byWaiting.get(false));
  }

  private void handleUnparked(List<? extends EventMessage<?>> events) {
    if (together && handledTogether(events)) {
      return;
    }
    Set<String> failed = new HashSet<>();
    for (EventMessage<?> event : events) {
      handleAlone(event, failed);
    }
  }

  private boolean handledTogether(List<? extends EventMessage<?>> events) {
    try {
      savepoints.runAndKeep(() -> handlers.handleBatch(events));
      return true;
    } catch (Exception e) {
      if (TransientFailures.stopsProcessors(e)) {
        throw unchecked(e);
      }
      logger.warn(
          "{}: a batch of {} events failed and is handled event by event: {}",
          processor,
          events.size(),
          e.toString());
      return false;
    }
  }

  private void handleAlone(EventMessage<?> event, Set<String> failed) {
    String sequence = DeadLetterTable.sequenceOf(event);
    if (failed.contains(sequence)) {
      parking.parkBehind(List.of(event));
      return;
    }
    try {
      savepoints.run(() -> handleInOwnUnitOfWork(handlers, event));
    } catch (Exception e) {
      if (TransientFailures.stopsProcessors(e)) {
        throw unchecked(e);
      }
      logger.error(
          "{}: event {} at position {} is parked",
          processor,
          event.getPayloadType().getSimpleName(),
          LogPositions.of(event),
          e);
      parking.park(event, e);
      failed.add(sequence);
    }
  }

  /** Gives the messages of the handler this event's provenance. */
  static void handleInOwnUnitOfWork(HandlerGroup handlers, EventMessage<?> event) throws Exception {
    UnitOfWork<EventMessage<?>> own = DefaultUnitOfWork.startAndGet(event);
    own.registerCorrelationDataProvider(new Provenance());
    try {
      handlers.handleBatch(List.of(event));
      own.commit();
    } catch (Throwable failure) {
      if (own.isActive()) {
        own.rollback(failure);
      }
      throw failure;
    }
  }

  private static RuntimeException unchecked(Exception failure) {
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new EventHandlingException(failure);
  }
}
