package io.playledger.verification.http;

/** No answer within all the time that the retry policy allows: the outcome stays unknown. */
public final class ServerGone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ServerGone(String message, Throwable cause) {
    super(message, cause);
  }
}
