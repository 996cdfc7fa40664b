package io.playledger.api;

/** The cursor was altered or belongs to another query. Repeat the query without a cursor. */
public final class InvalidCursorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidCursorException(String message) {
    super(message);
  }
}
