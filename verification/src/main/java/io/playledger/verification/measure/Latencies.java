package io.playledger.verification.measure;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Every time taken, by kind; all are kept, so percentiles are exact. */
public final class Latencies {

  private final Map<String, Series> kinds = new ConcurrentHashMap<>();

  /**
   * @param nanos from sending to the whole answer
   */
  public void add(String kind, long nanos) {
    kinds.computeIfAbsent(kind, ignored -> new Series()).add(nanos);
  }

  /** Percentiles in nanoseconds, by kind. */
  public Map<String, Percentiles> byKind() {
    Map<String, Percentiles> all = new TreeMap<>();
    kinds.forEach((kind, series) -> all.put(kind, series.percentiles()));
    return all;
  }

  public long count() {
    return kinds.values().stream().mapToLong(Series::count).sum();
  }

  private static final class Series {
    private long[] values = new long[64];
    private int count;

    synchronized void add(long value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count * 2);
      }
      values[count++] = value;
    }

    synchronized int count() {
      return count;
    }

    synchronized Percentiles percentiles() {
      return new Percentiles(Arrays.copyOf(values, count));
    }
  }
}
