package io.playledger.runtime.rebuild;

/** A rebuild cannot start: unknown projection, or one of it is running. */
public final class RebuildRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The exception with its reason. */
  public RebuildRefusedException(String message) {
    super(message);
  }

  static RebuildRefusedException runningAlready(String projection) {
    return new RebuildRefusedException("a rebuild of " + projection + " is running already");
  }
}
