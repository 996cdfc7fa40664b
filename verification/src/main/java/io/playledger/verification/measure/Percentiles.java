package io.playledger.verification.measure;

import java.util.Arrays;

/**
 * Exact percentiles by nearest rank: the smallest value that at least that share of all values does
 * not exceed.
 */
public final class Percentiles {

  private final long[] sorted;

  /**
   * @param values in any order; copied
   */
  public Percentiles(long[] values) {
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  public int count() {
    return sorted.length;
  }

  /**
   * @param percent above 0, at most 100
   * @return 0 where there are no values
   */
  public long at(int percent) {
    if (percent <= 0 || percent > 100) {
      throw new IllegalArgumentException("A percentile is above 0 and at most 100: " + percent);
    }
    if (sorted.length == 0) {
      return 0;
    }
    long rank = Math.ceilDiv((long) sorted.length * percent, 100L);
    return sorted[(int) rank - 1];
  }

  public long max() {
    return sorted.length == 0 ? 0 : sorted[sorted.length - 1];
  }
}
