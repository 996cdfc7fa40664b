package io.playledger.benchmarks;

import io.playledger.verification.measure.Percentiles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one run found out.
 *
 * @param benchmark name of the row: the benchmark's own, or that with a variant behind it
 * @param rate per second, of what the benchmark counts; NaN where it counts nothing
 * @param p50Millis median time of one, in milliseconds; NaN where there is none
 * @param p95Millis the time that 95 % keep within
 * @param p99Millis the time that 99 % keep within
 * @param peer what it was compared with in the same run
 * @param details whatever else is worth a word, by name, in order
 */
public record BenchmarkResult(
    String benchmark,
    double rate,
    double p50Millis,
    double p95Millis,
    double p99Millis,
    Optional<Peer> peer,
    Map<String, String> details) {

  private static final double NANOS_PER_MILLI = 1_000_000;

  /** Copies the details. */
  public BenchmarkResult {
    details = new LinkedHashMap<>(details);
  }

  /**
   * What was compared with.
   *
   * @param name for example {@code stock JdbcEventStorageEngine}
   * @param rate per second, of the same thing
   */
  public record Peer(String name, double rate) {}

  /** A result with times, without peer and details. */
  public static BenchmarkResult timed(String benchmark, double rate, Percentiles nanos) {
    return new BenchmarkResult(
        benchmark,
        rate,
        nanos.at(50) / NANOS_PER_MILLI,
        nanos.at(95) / NANOS_PER_MILLI,
        nanos.at(99) / NANOS_PER_MILLI,
        Optional.empty(),
        Map.of());
  }

  /** A rate alone. */
  public static BenchmarkResult rate(String benchmark, double rate) {
    return new BenchmarkResult(
        benchmark, rate, Double.NaN, Double.NaN, Double.NaN, Optional.empty(), Map.of());
  }

  /** The same, compared. */
  public BenchmarkResult against(String peerName, double peerRate) {
    return new BenchmarkResult(
        benchmark,
        rate,
        p50Millis,
        p95Millis,
        p99Millis,
        Optional.of(new Peer(peerName, peerRate)),
        details);
  }

  /** The same with one more detail. */
  public BenchmarkResult with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(details);
    more.put(name, value.toString());
    return new BenchmarkResult(benchmark, rate, p50Millis, p95Millis, p99Millis, peer, more);
  }
}
