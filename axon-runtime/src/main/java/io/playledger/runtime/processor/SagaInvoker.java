package io.playledger.runtime.processor;

import io.playledger.runtime.command.Provenance;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.saga.AbstractSagaManager;

/**
 * Runs a saga's events one a transaction (its processor has batches of one): Axon keeps a loaded
 * saga for the whole unit of work, so one that failed in the middle could not be put aside within a
 * batch. An event whose aggregate has open dead letters waits behind them.
 */
public final class SagaInvoker implements EventHandlerInvoker {

  private final String processor;
  private final AbstractSagaManager<?> sagas;
  private final DeadLetterTable deadLetters;
  private final Provenance provenance = new Provenance();

  /** For the instances of one saga class. */
  public SagaInvoker(String processor, AbstractSagaManager<?> sagas, DeadLetterTable deadLetters) {
    this.processor = processor;
    this.sagas = sagas;
    this.deadLetters = deadLetters;
  }

  @Override
  public boolean canHandle(EventMessage<?> event, Segment segment) {
    return sagas.canHandle(event, segment);
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return sagas.canHandleType(payloadType);
  }

  /** A process that acted cannot be replayed. */
  @Override
  public boolean supportsReset() {
    return false;
  }

  @Override
  public void handle(EventMessage<?> event, Segment segment) throws Exception {
    String sequence = DeadLetterTable.sequenceOf(event);
    if (deadLetters.isOpen(processor, sequence)) {
      deadLetters.lock(processor);
      if (deadLetters.isOpen(processor, sequence)) {
        deadLetters.park(processor, event, null);
        return;
      }
    }
    CurrentUnitOfWork.get().registerCorrelationDataProvider(provenance);
    sagas.handle(event, segment);
  }
}
