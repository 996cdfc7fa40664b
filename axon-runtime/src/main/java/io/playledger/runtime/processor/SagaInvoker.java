package io.playledger.runtime.processor;

import io.playledger.runtime.command.Provenance;
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
    Set<String> parked = batch.getOrComputeResource(parkedKey, _ -> begin(batch));
    String sequence = DeadLetterTable.sequenceOf(event);
    if (parked.contains(sequence) && deadLetters.isOpen(processor, sequence)) {
      deadLetters.park(processor, event, null);
      return;
    }
    try {
      sagas.handle(event, segment);
    } catch (Error e) {
      // Axon's workers end without a word on anything but exceptions
      throw new EventHandlingException(e);
    }
  }

  /**
   * Sequences with open letters. Where the batch has events of one, nobody adds or ends letters
   * until it is done: locked before any saga is, as by who tries letters again.
   */
  private Set<String> begin(UnitOfWork<?> batch) {
    batch.registerCorrelationDataProvider(provenance);
    Set<String> parked = deadLetters.openSequences(processor);
    if (!parked.isEmpty()
        && eventsOf(batch).stream().map(DeadLetterTable::sequenceOf).anyMatch(parked::contains)) {
      deadLetters.lock(processor);
    }
    return parked;
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
