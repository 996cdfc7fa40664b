package io.playledger.runtime.wiring;

/** A part of the wiring could lose what it has confirmed; do not start with it. */
public final class UnsafeWiringException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the part and what it must be. */
  public UnsafeWiringException(String message) {
    super(message);
  }
}
