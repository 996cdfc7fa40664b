package io.playledger.benchmarks;

/** What was measured was not right, or could not be measured. The message says what. */
public final class BenchmarkFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BenchmarkFailed(String message) {
    super(message);
  }

  public BenchmarkFailed(String message, Throwable cause) {
    super(message, cause);
  }

  /** Throws where it does not hold. */
  public static void unless(boolean holds, String otherwise) {
    if (!holds) {
      throw new BenchmarkFailed(otherwise);
    }
  }
}
