package io.playledger.access;

/** The server does not start, for a reason that whoever starts it can mend. */
public final class StartRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what to do about it. */
  public StartRefusedException(String message) {
    super(message);
  }

  /** With what to do about it, and what was seen. */
  public StartRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
