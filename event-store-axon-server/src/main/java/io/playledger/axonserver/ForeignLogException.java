package io.playledger.axonserver;

/** The existing copy is not a copy of this Axon Server's log; use neither. */
public final class ForeignLogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The exception with the difference and advice. */
  public ForeignLogException(String message) {
    super(message);
  }
}
