package io.playledger.runtime.stretch;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/**
 * Consecutive events of the log, passed to a processor as one message, because Axon's work per
 * message (a place in its buffer, a unit of work, an interceptor chain, a result) costs several
 * times the handling of an event.
 *
 * @param events in the log's order, without those that the processor does not handle
 */
public record LogStretch(List<TrackedEventMessage<?>> events) {

  /**
   * The stretch as a message.
   *
   * @param last token of the last event that it covers, handled or not
   */
  TrackedEventMessage<LogStretch> upTo(TrackingToken last) {
    return new GenericTrackedEventMessage<>(last, new GenericEventMessage<>(this));
  }

  /** The events of a message: those of a stretch, or the message itself. */
  public static List<? extends EventMessage<?>> eventsOf(EventMessage<?> message) {
    return isOne(message) ? ((LogStretch) message.getPayload()).events : List.of(message);
  }

  /**
   * Whether the message is a stretch. It checks the type only, because payloads are read on demand.
   */
  public static boolean isOne(EventMessage<?> message) {
    return message.getPayloadType().equals(LogStretch.class);
  }
}
