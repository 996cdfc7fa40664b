package io.playledger.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A row of the table: the medians of all runs, figure by figure.
 *
 * @param details those of the last run
 */
record Row(
    String benchmark,
    Spread rate,
    double p50Millis,
    double p95Millis,
    double p99Millis,
    Optional<BenchmarkResult.Peer> peer,
    Map<String, String> details) {

  static Row of(List<BenchmarkResult> runs) {
    BenchmarkResult last = runs.getLast();
    Optional<BenchmarkResult.Peer> peer =
        last.peer().map(other -> new BenchmarkResult.Peer(other.name(), peerRate(runs)));
    return new Row(
        last.benchmark(),
        spread(runs, BenchmarkResult::rate),
        spread(runs, BenchmarkResult::p50Millis).median(),
        spread(runs, BenchmarkResult::p95Millis).median(),
        spread(runs, BenchmarkResult::p99Millis).median(),
        peer,
        last.details());
  }

  /** How many times the peer's rate. */
  Optional<Double> ratio() {
    return peer.map(other -> rate.median() / other.rate());
  }

  private static Spread spread(
      Collection<BenchmarkResult> runs, ToDoubleFunction<BenchmarkResult> figure) {
    return Spread.of(runs.stream().map(figure::applyAsDouble).toList());
  }

  private static double peerRate(Collection<BenchmarkResult> runs) {
    return Spread.of(
            runs.stream().flatMap(run -> run.peer().stream()).map(other -> other.rate()).toList())
        .median();
  }
}
