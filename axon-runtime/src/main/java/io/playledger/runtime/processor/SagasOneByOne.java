package io.playledger.runtime.processor;

import io.playledger.runtime.command.Provenance;
import io.playledger.runtime.deadletter.DeadLetterQueue;
import io.playledger.runtime.deadletter.DeadLetterTable;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AbstractSagaManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A saga's batch in which an event failed, which was rolled back as a whole: Axon keeps a loaded
 * saga for the whole unit of work, so the one at fault could not be put aside within it. Its events
 * are handled again, each in a transaction with its own token, and the one at fault is parked.
 */
final class SagasOneByOne {

  private static final Logger logger = LoggerFactory.getLogger(SagasOneByOne.class);

  private final String processor;
  private final AbstractSagaManager<?> sagas;
  private final TokenStore tokens;
  private final TransactionManager transactions;
  private final DeadLetterTable deadLetters;
  private final SagaInvoker invoker;

  SagasOneByOne(
      String processor,
      AbstractSagaManager<?> sagas,
      TokenStore tokens,
      TransactionManager transactions,
      DeadLetterTable deadLetters,
      SagaInvoker invoker) {
    this.processor = processor;
    this.sagas = sagas;
    this.tokens = tokens;
    this.transactions = transactions;
    this.deadLetters = deadLetters;
    this.invoker = invoker;
  }

  /**
   * Handles the events of the batch that this thread has failed with.
   *
   * @param cause what the batch failed with; of a batch of one, its event did
   * @throws RuntimeException if an event failed for a transient reason: the events before it are
   *     done, and it and the later ones are read again
   */
  void handle(List<? extends EventMessage<?>> batch, Throwable cause) {
    Segment segment = invoker.segment();
    if (batch.size() == 1) {
      park(batch.getFirst(), segment, cause);
      return;
    }
    logger.warn(
        "{}: a batch of {} events failed and is handled event by event: {}",
        processor,
        batch.size(),
        cause.toString());
    for (EventMessage<?> event : batch) {
      handle(event, segment);
    }
  }

  private void handle(EventMessage<?> event, Segment segment) {
    try {
      transactions.executeInTransaction(
          () -> {
            storeToken(event, segment);
            inOwnUnitOfWork(event, () -> invoker.handle(event, segment));
          });
    } catch (RuntimeException e) {
      if (TransientFailures.stopsProcessors(e)) {
        throw e;
      }
      park(event, segment, e);
    }
  }

  private void park(EventMessage<?> event, Segment segment, Throwable cause) {
    logger.error(
        "{}: event {} at position {} goes to the dead letters",
        processor,
        event.getPayloadType().getSimpleName(),
        LogPositions.of(event),
        cause);
    transactions.executeInTransaction(
        () -> {
          storeToken(event, segment);
          new DeadLetterQueue(deadLetters, processor, segment.getSegmentId()).park(event, cause);
        });
  }

  private void storeToken(EventMessage<?> event, Segment segment) {
    tokens.storeToken(
        ((TrackedEventMessage<?>) event).trackingToken(), processor, segment.getSegmentId());
  }

  /** A dead letter of this segment tried again; in the caller's transaction. */
  void tryAgain(EventMessage<?> event, int segmentId) {
    Segment segment = Segment.computeSegment(segmentId, tokens.fetchSegments(processor));
    inOwnUnitOfWork(event, () -> sagas.handle(event, segment));
  }

  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private static void inOwnUnitOfWork(EventMessage<?> event, Work work) {
    UnitOfWork<EventMessage<?>> own = DefaultUnitOfWork.startAndGet(event);
    own.registerCorrelationDataProvider(new Provenance());
    try {
      work.run();
      own.commit();
    } catch (Exception | Error failure) {
      if (own.isActive()) {
        own.rollback(failure);
      }
      throw failure instanceof RuntimeException unchecked
          ? unchecked
          : new EventHandlingException(failure);
    }
  }
}
