package io.playledger.runtime.deadletter;

import java.util.UUID;

/** The letter was handled or discarded by somebody else. */
public final class DeadLetterClosedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DeadLetterClosedException(UUID id) {
    super("Dead letter %s has already been handled or discarded".formatted(id));
  }
}
