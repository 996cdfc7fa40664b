package io.playledger.runtime.processor;

import io.playledger.runtime.stretch.LogStretch;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes events to a feed. A failure is logged and counted, and the feed continues. */
final class FeedInvoker implements EventHandlerInvoker {

  private static final Logger logger = LoggerFactory.getLogger(FeedInvoker.class);

  private final Processor processor;
  private final HandlerGroup handlers;

  FeedInvoker(Processor processor, HandlerGroup handlers) {
    this.processor = processor;
    this.handlers = handlers;
  }

  @Override
  public boolean canHandle(EventMessage<?> event, Segment segment) {
    return LogStretch.isOne(event)
        ? !LogStretch.eventsOf(event).isEmpty()
        : handlers.canHandle(event);
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return payloadType.equals(LogStretch.class) || handlers.canHandleType(payloadType);
  }

  @Override
  public boolean supportsReset() {
    return false;
  }

  @Override
  public void handle(EventMessage<?> message, Segment segment) {
    LogStretch.eventsOf(message).forEach(this::handle);
  }

  private void handle(EventMessage<?> event) {
    try {
      handlers.handleBatch(List.of(event));
    } catch (Exception e) {
      processor.countFailure();
      logger.error(
          "{}: an event at position {} is left behind",
          processor.name(),
          LogPositions.of(event),
          e);
    }
  }
}
