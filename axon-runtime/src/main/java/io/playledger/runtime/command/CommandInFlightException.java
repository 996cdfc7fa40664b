package io.playledger.runtime.command;

import io.playledger.eventstore.CommandKey;

/** The same command under the same key is being handled on this node at the moment. */
public final class CommandInFlightException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The exception for this key. */
  public CommandInFlightException(CommandKey key) {
    super("the command with the idempotency key " + key.key() + " is still being handled");
  }
}
