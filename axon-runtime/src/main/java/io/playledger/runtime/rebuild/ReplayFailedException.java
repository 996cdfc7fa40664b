package io.playledger.runtime.rebuild;

import io.playledger.runtime.processor.LogPositions;
import org.axonframework.eventhandling.EventMessage;

/** A handler failed in a replay, so the rebuilt rows would be incomplete. */
final class ReplayFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReplayFailedException(EventMessage<?> event, Throwable cause) {
    super(
        "The handler failed on %s at position %d: %s"
            .formatted(event.getPayloadType().getSimpleName(), LogPositions.of(event), cause),
        cause);
  }
}
