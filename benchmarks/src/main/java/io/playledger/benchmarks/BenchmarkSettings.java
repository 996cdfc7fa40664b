package io.playledger.benchmarks;

/**
 * How to measure.
 *
 * @param smoke seconds only: sizes are small and figures worth nothing, but all is checked
 * @param seed of everything random
 * @param runs how often the frame repeats the benchmark, at least 1
 */
public record BenchmarkSettings(boolean smoke, long seed, int runs) {

  /** Checks the number of runs. */
  public BenchmarkSettings {
    if (runs < 1) {
      throw new IllegalArgumentException("--runs needs at least 1, not " + runs);
    }
  }
}
