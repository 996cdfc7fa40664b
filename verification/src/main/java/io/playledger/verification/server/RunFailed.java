package io.playledger.verification.server;

/** The demo cannot go on; the message says what to do about it. */
public final class RunFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RunFailed(String message) {
    super(message);
  }

  public RunFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
