package io.playledger.verification.demo;

/** The demo can not go on; the message says what to do about it. */
public final class DemoFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DemoFailed(String message) {
    super(message);
  }

  public DemoFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
