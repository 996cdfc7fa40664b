package io.playledger.eventstore;

import org.axonframework.common.AxonNonTransientException;

/**
 * It is unknown whether the events of the command are stored: the connection broke (or the wait
 * ended) after they were sent, and the database could not be asked in time. Never compensate on
 * this; send the same command again under the same key, or look its key up in {@link
 * CommandOutcomes}.
 */
public final class AppendOutcomeUnknownException extends AxonNonTransientException {
  private static final long serialVersionUID = 1L;

  public AppendOutcomeUnknownException(String message, Throwable cause) {
    super(message, cause);
  }
}
