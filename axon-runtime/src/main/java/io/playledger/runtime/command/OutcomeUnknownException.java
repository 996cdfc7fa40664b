package io.playledger.runtime.command;

/**
 * It is unknown whether the command was done, because the wait ended or the connection broke. Send
 * it again with the same key, and never compensate on this.
 */
public final class OutcomeUnknownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The exception with its cause. */
  public OutcomeUnknownException(Throwable cause) {
    super("the outcome of the command is unknown: send it again with the same key", cause);
  }
}
