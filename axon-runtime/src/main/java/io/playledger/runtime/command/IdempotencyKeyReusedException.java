package io.playledger.runtime.command;

import io.playledger.eventstore.CommandKey;

/** The key was used for another request. Nothing was done. */
public final class IdempotencyKeyReusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The exception for this key. */
  public IdempotencyKeyReusedException(CommandKey key) {
    super("the idempotency key " + key.key() + " was used for another request");
  }
}
