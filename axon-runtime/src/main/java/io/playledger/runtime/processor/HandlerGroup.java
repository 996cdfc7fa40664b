package io.playledger.runtime.processor;

import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.EventSelection;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The handler objects of one processor. */
public final class HandlerGroup {

  private static final Logger logger = LoggerFactory.getLogger(HandlerGroup.class);

  private final List<AnnotationEventHandlerAdapter> handlers = new ArrayList<>();
  private final List<BatchFlush> flushes = new ArrayList<>();

  /** Cached because it is needed for each event of the log, most of which are often not handled. */
  private final ClassValue<Boolean> typesHandled =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> payloadType) {
          return handlers.stream().anyMatch(handler -> handler.canHandleType(payloadType));
        }
      };

  /** A group of objects with {@code @EventHandler} methods. */
  public HandlerGroup(
      List<?> beans, ParameterResolverFactory parameters, HandlerDefinition definition) {
    for (Object bean : beans) {
      handlers.add(
          bean instanceof EventSelection selection
              ? new SelectiveHandler(bean, selection, parameters, definition)
              : new AnnotationEventHandlerAdapter(bean, parameters, definition));
      if (bean instanceof BatchFlush flush) {
        flushes.add(flush);
      }
    }
  }

  /** A handler that selects among the types that its methods accept. */
  private static final class SelectiveHandler extends AnnotationEventHandlerAdapter {

    private final EventSelection selection;

    SelectiveHandler(
        Object bean,
        EventSelection selection,
        ParameterResolverFactory parameters,
        HandlerDefinition definition) {
      super(bean, parameters, definition);
      this.selection = selection;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
      return selection.handles(payloadType) && super.canHandleType(payloadType);
    }

    @Override
    public boolean canHandle(EventMessage<?> event) {
      return selection.handles(event.getPayloadType()) && super.canHandle(event);
    }

    @Override
    public Object handle(EventMessage<?> event) throws Exception {
      return selection.handles(event.getPayloadType()) ? super.handle(event) : null;
    }
  }

  /** Whether any of them handles this event. */
  public boolean canHandle(EventMessage<?> event) {
    if (!canHandleType(event.getPayloadType())) {
      return false;
    }
    for (AnnotationEventHandlerAdapter handler : handlers) {
      if (handler.canHandle(event)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any of them handles events of this type. */
  public boolean canHandleType(Class<?> payloadType) {
    return typesHandled.get(payloadType);
  }

  /**
   * Deserialises the payload on the thread that reads the log, while the handling thread waits for
   * PostgreSQL. An unreadable payload fails when it is handled.
   */
  public static void readAhead(EventMessage<?> event) {
    try {
      event.getPayload();
    } catch (RuntimeException | Error e) {
      logger.debug("event {} cannot be read", event.getIdentifier(), e);
    }
  }

  /**
   * Handles the events as one batch and flushes. An error is thrown as an exception, because any
   * other throwable ends Axon's workers silently, with their transaction and claim.
   */
  public void handleBatch(List<? extends EventMessage<?>> events) throws Exception {
    try {
      BatchState.inNewBatch(() -> handle(events));
    } catch (Error e) {
      throw new EventHandlingException(e);
    }
  }

  private void handle(List<? extends EventMessage<?>> events) throws Exception {
    for (EventMessage<?> event : events) {
      for (AnnotationEventHandlerAdapter handler : handlers) {
        handler.handle(event);
      }
    }
    for (BatchFlush flush : flushes) {
      flush.flushBatch();
    }
  }
}
