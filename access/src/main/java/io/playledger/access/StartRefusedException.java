package io.playledger.access;

/** The server does not start, for a reason that the operator can fix. */
public final class StartRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An exception with advice. */
  public StartRefusedException(String message) {
    super(message);
  }

  /** An exception with advice and its cause. */
  public StartRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
