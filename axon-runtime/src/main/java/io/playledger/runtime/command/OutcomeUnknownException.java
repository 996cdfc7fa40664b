package io.playledger.runtime.command;

/**
 * Nobody knows whether the command was done: the wait ended or the connection broke. Send it again
 * with the same key; never compensate on this.
 */
public final class OutcomeUnknownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what was seen. */
  public OutcomeUnknownException(Throwable cause) {
    super("the outcome of the command is unknown: send it again with the same key", cause);
  }
}
