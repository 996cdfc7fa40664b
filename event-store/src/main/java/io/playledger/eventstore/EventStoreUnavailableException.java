package io.playledger.eventstore;

import org.axonframework.common.AxonTransientException;

/**
 * The events of the command were <b>not</b> stored: the queue stayed full, the database could not
 * be reached, refused the batch (disk full, lock wait too long), or the store is closed. Trying
 * again is safe.
 */
public final class EventStoreUnavailableException extends AxonTransientException {
  private static final long serialVersionUID = 1L;

  public EventStoreUnavailableException(String message) {
    super(message);
  }

  public EventStoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
