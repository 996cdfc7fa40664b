package io.playledger.runtime.processor;

import io.playledger.runtime.command.Provenance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles a processor's batch inside its transaction so that an event that fails goes to the dead
 * letters and nothing else is lost.
 *
 * <p>Events are gathered while Axon walks through the batch and handled together when its unit of
 * work prepares to commit. A projection's batch runs behind one savepoint; only when it fails is it
 * undone and handled again event by event, each behind a savepoint of its own. Reactions always go
 * event by event. A failure that will pass rolls the whole batch back, and the processor tries
 * again.
 */
public final class SavepointInvoker implements EventHandlerInvoker {

  private static final Logger logger = LoggerFactory.getLogger(SavepointInvoker.class);

  private final String processor;
  private final boolean together;
  private final HandlerGroup handlers;
  private final DeadLetterTable deadLetters;
  private final Savepoints savepoints;
  private final Provenance provenance = new Provenance();
  private final String batchKey;

  /**
   * @param together whether a batch is first tried as a whole
   */
  public SavepointInvoker(
      String processor,
      boolean together,
      HandlerGroup handlers,
      DeadLetterTable deadLetters,
      Savepoints savepoints) {
    this.processor = processor;
    this.together = together;
    this.handlers = handlers;
    this.deadLetters = deadLetters;
    this.savepoints = savepoints;
    this.batchKey = "batch of " + processor;
  }

  @Override
  public boolean canHandle(EventMessage<?> event, Segment segment) {
    return handlers.canHandle(event) && segment.matches(DeadLetterTable.sequenceOf(event));
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return handlers.canHandleType(payloadType);
  }

  /** Rows are made anew by a rebuild, never by a reset of the live processor. */
  @Override
  public boolean supportsReset() {
    return false;
  }

  @Override
  public void handle(EventMessage<?> event, Segment segment) {
    UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
    List<EventMessage<?>> events =
        batch.getOrComputeResource(
            batchKey,
            _ -> {
              List<EventMessage<?>> gathered = new ArrayList<>();
              batch.onPrepareCommit(_ -> handleBatch(gathered));
              return gathered;
            });
    events.add(event);
  }

  private void handleBatch(List<EventMessage<?>> events) {
    Set<String> parked = deadLetters.openSequences(processor);
    boolean anyParked =
        !parked.isEmpty()
            && events.stream().map(DeadLetterTable::sequenceOf).anyMatch(parked::contains);
    if (together && !anyParked && handledTogether(events)) {
      return;
    }
    Set<String> sequences = new HashSet<>(parked);
    for (EventMessage<?> event : events) {
      handleAlone(event, sequences);
    }
  }

  private boolean handledTogether(List<EventMessage<?>> events) {
    try {
      savepoints.run(() -> handlers.handleBatch(events));
      return true;
    } catch (Exception e) {
      if (TransientFailures.isTransient(e)) {
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

  private void handleAlone(EventMessage<?> event, Set<String> parked) {
    String sequence = DeadLetterTable.sequenceOf(event);
    if (parked.contains(sequence) && stillParked(sequence)) {
      deadLetters.park(processor, event, null);
      return;
    }
    try {
      savepoints.run(() -> handleInOwnUnitOfWork(event));
    } catch (Exception e) {
      if (TransientFailures.isTransient(e)) {
        throw unchecked(e);
      }
      logger.error(
          "{}: event {} at position {} goes to the dead letters",
          processor,
          event.getPayloadType().getSimpleName(),
          LogPositions.of(event),
          e);
      deadLetters.lock(processor);
      deadLetters.park(processor, event, e);
      parked.add(sequence);
    }
  }

  /** A retry may have ended the last letter since the batch began. */
  private boolean stillParked(String sequence) {
    deadLetters.lock(processor);
    return deadLetters.isOpen(processor, sequence);
  }

  /** So that what the handler sends carries this event's provenance. */
  void handleInOwnUnitOfWork(EventMessage<?> event) throws Exception {
    UnitOfWork<EventMessage<?>> own = DefaultUnitOfWork.startAndGet(event);
    own.registerCorrelationDataProvider(provenance);
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
