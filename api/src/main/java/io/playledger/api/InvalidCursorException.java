package io.playledger.api;

/** A cursor that was changed, or that belongs to another question. Ask again without one. */
public final class InvalidCursorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InvalidCursorException(String message) {
    super(message);
  }
}
