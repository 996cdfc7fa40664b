package io.playledger.web.http;

/**
 * The position a read must have reached, from the header {@code Playledger-Min-Position}.
 *
 * @param value 0 where the client asks for none
 */
public record MinPosition(long value) {

  /** Whatever is there. */
  public static final MinPosition NONE = new MinPosition(0);
}
