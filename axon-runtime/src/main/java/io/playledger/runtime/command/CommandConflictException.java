package io.playledger.runtime.command;

/** Others changed the same aggregate at the same time, time and again. Nothing was done. */
public final class CommandConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** After this many tries. */
  public CommandConflictException(int tries, Throwable cause) {
    super("the command lost against others on the same aggregate " + tries + " times", cause);
  }
}
