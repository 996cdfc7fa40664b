package io.playledger.runtime.processor;

/** A handler failed with a checked exception, or an error. */
public final class EventHandlingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the error. */
  public EventHandlingException(Throwable cause) {
    super(cause.toString(), cause);
  }
}
