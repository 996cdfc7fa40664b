package io.playledger.eventstore.axonserver;

/** The copy at hand is not a copy of this Axon Server's log; go on with neither. */
public final class ForeignLogException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what differs and what to do. */
  public ForeignLogException(String message) {
    super(message);
  }
}
