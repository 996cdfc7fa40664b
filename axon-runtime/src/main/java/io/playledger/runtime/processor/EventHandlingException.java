package io.playledger.runtime.processor;

/** A handler failed with a checked exception that will pass; the batch is tried again. */
final class EventHandlingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EventHandlingException(Exception cause) {
    super(cause.toString(), cause);
  }
}
