package io.playledger.runtime.processor;

import io.playledger.runtime.command.Provenance;
import io.playledger.runtime.deadletter.DeadLetterQueue;
import io.playledger.runtime.deadletter.DeadLetterTable;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AbstractSagaManager;

/**
 * Handles a saga's events in batches, each one transaction with its token: a saga is read and
 * written once per batch, with one wait for the disk. If a batch is interrupted, the saga's
 * commands are sent again under the same keys, and so done once. An event whose aggregate has open
 * dead letters waits behind them.
 */
final class SagaInvoker implements EventHandlerInvoker {

  private final String processor;
  private final AbstractSagaManager<?> sagas;
  private final DeadLetterTable deadLetters;
  private final String parkedKey;
  private final Provenance provenance = new Provenance();
  private final ThreadLocal<Segment> atWork = new ThreadLocal<>();

  /** An invoker for the instances of one saga class. */
  SagaInvoker(String processor, AbstractSagaManager<?> sagas, DeadLetterTable deadLetters) {
    this.processor = processor;
    this.sagas = sagas;
    this.deadLetters = deadLetters;
    this.parkedKey = "parked of " + processor;
  }

  @Override
  public boolean canHandle(EventMessage<?> event, Segment segment) {
    return sagas.canHandle(event, segment);
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return sagas.canHandleType(payloadType);
  }

  /** A process that has acted cannot be replayed. */
  @Override
  public boolean supportsReset() {
    return false;
  }

  @Override
  public void handle(EventMessage<?> event, Segment segment) throws Exception {
    atWork.set(segment);
    UnitOfWork<?> batch = CurrentUnitOfWork.get();
    DeadLetterQueue letters = new DeadLetterQueue(deadLetters, processor, segment.getSegmentId());
    Set<String> waiting = batch.getOrComputeResource(parkedKey, _ -> begin(batch, letters));
    if (waiting.contains(DeadLetterTable.sequenceOf(event))) {
      letters.parkBehind(List.of(event));
      return;
    }
    try {
      sagas.handle(event, segment);
    } catch (Error e) {
      // Axon's workers end without a word on anything but exceptions
      throw new EventHandlingException(e);
    }
  }

  /** The letters are locked before any saga is, as by a retry. */
  private Set<String> begin(UnitOfWork<?> batch, DeadLetterQueue letters) {
    batch.registerCorrelationDataProvider(provenance);
    return letters.waiting(eventsOf(batch));
  }

  private static List<? extends EventMessage<?>> eventsOf(UnitOfWork<?> batch) {
    if (batch instanceof BatchingUnitOfWork<?> several) {
      return several.getMessages().stream()
          .<EventMessage<?>>map(message -> (EventMessage<?>) message)
          .toList();
    }
    return List.of((EventMessage<?>) batch.getMessage());
  }

  /** The sequences of the batch that this thread has handled last. */
  Segment segment() {
    return atWork.get();
  }
}
