package io.playledger.runtime.processor;

import io.playledger.runtime.deadletter.DeadLetterTable;
import io.playledger.runtime.stretch.LogStretch;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gathers the events of Axon's batch and handles them together when its unit of work prepares to
 * commit, in the transaction that also stores the token.
 */
final class SavepointInvoker implements EventHandlerInvoker {

  private final HandlerGroup handlers;
  private final BatchHandling handling;
  private final String batchKey;

  SavepointInvoker(String processor, HandlerGroup handlers, BatchHandling handling) {
    this.handlers = handlers;
    this.handling = handling;
    this.batchKey = "batch of " + processor;
  }

  @Override
  public boolean canHandle(EventMessage<?> event, Segment segment) {
    if (LogStretch.isOne(event)) {
      return !LogStretch.eventsOf(event).isEmpty();
    }
    return handlers.canHandle(event) && segment.matches(DeadLetterTable.sequenceOf(event));
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return payloadType.equals(LogStretch.class) || handlers.canHandleType(payloadType);
  }

  /** Not supported: rows are replaced by a rebuild, never by a reset of the live processor. */
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
              batch.onPrepareCommit(_ -> handling.handle(gathered));
              return gathered;
            });
    events.addAll(LogStretch.eventsOf(event));
  }
}
