package io.playledger.web.call;

/**
 * The position that a read must reflect, from the header {@code Playledger-Min-Position}.
 *
 * @param value 0 if the client names none
 */
public record MinPosition(long value) {

  /** No minimum position. */
  public static final MinPosition NONE = new MinPosition(0);
}
