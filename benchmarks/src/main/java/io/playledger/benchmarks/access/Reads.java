package io.playledger.benchmarks.access;

import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.verification.measure.Percentiles;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Reads that were answered.
 *
 * @param nanos how long each took, in no order
 * @param seconds in which they were made
 */
record Reads(long[] nanos, double seconds) {

  static final Reads NONE = new Reads(new long[0], 0);

  /** Both together. */
  Reads and(Reads more) {
    return new Reads(
        LongStream.concat(Arrays.stream(nanos), Arrays.stream(more.nanos)).toArray(),
        seconds + more.seconds);
  }

  double perSecond() {
    BenchmarkFailed.unless(nanos.length > 0, "Not one read was answered");
    return nanos.length / seconds;
  }

  Percentiles percentiles() {
    return new Percentiles(nanos);
  }
}
