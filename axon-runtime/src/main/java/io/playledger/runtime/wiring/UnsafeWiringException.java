package io.playledger.runtime.wiring;

/** A part of the wiring could lose confirmed data. */
public final class UnsafeWiringException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The exception with the part and the required type. */
  public UnsafeWiringException(String message) {
    super(message);
  }
}
