package io.playledger.eventstore;

import org.axonframework.common.AxonNonTransientException;

/**
 * The events of the command can never be stored as they are: over a limit, text that is not valid
 * Unicode, a payload that is not JSON. Nothing was stored.
 */
public final class AppendRefusedException extends AxonNonTransientException {
  private static final long serialVersionUID = 1L;

  public AppendRefusedException(String message) {
    super(message);
  }

  public AppendRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
