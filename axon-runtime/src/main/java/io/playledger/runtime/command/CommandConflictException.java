package io.playledger.runtime.command;

/** Other commands repeatedly changed the same aggregate at the same time. Nothing was done. */
public final class CommandConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The exception after this many attempts. */
  public CommandConflictException(int tries, Throwable cause) {
    super("the command lost against others on the same aggregate " + tries + " times", cause);
  }
}
