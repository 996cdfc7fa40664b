package io.playledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BenchmarkRunnerTest {

  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

  /** Answers what it was given, run by run. */
  private static final class Prepared implements Benchmark {
    private final Deque<List<BenchmarkResult>> runs;

    Prepared(List<List<BenchmarkResult>> runs) {
      this.runs = new ArrayDeque<>(runs);
    }

    @Override
    public String name() {
      return "prepared";
    }

    @Override
    public List<BenchmarkResult> run(BenchmarkSettings settings) {
      return runs.pop();
    }
  }

  private static List<Row> run(Benchmark benchmark, int runs) {
    return new BenchmarkRunner(new BenchmarkSettings(true, 1, runs), NOWHERE).run(benchmark);
  }

  @Test
  void rowHasTheMedianOfEachFigureAndTheirRatio() {
    List<Row> rows =
        run(
            new Prepared(
                List.of(
                    List.of(result("prepared", 100, 5).against("other", 10)),
                    List.of(result("prepared", 300, 1).against("other", 40)),
                    List.of(result("prepared", 200, 9).against("other", 20)))),
            3);
    assertThat(rows).hasSize(1);
    Row row = rows.getFirst();
    assertThat(row.rate()).isEqualTo(new Spread(200, 100, 300));
    assertThat(row.p95Millis()).isEqualTo(5);
    assertThat(row.ratio()).contains(10.0);
  }

  @Test
  void ownRowOfTheBenchmarkComesLast() {
    List<Row> rows =
        run(new Prepared(List.of(List.of(result("prepared", 1, 1), result("more", 2, 2)))), 1);
    assertThat(rows).extracting(Row::benchmark).containsExactly("more", "prepared");
  }

  @Test
  void rowThatIsMissingInARunFailsTheBenchmark() {
    Benchmark uneven =
        new Prepared(
            List.of(
                List.of(result("prepared", 1, 1), result("more", 2, 2)),
                List.of(result("prepared", 1, 1))));
    assertThatThrownBy(() -> run(uneven, 2))
        .isInstanceOf(BenchmarkFailed.class)
        .hasMessage("more came 1 times in 2 runs");
  }

  @Test
  void benchmarkWithoutItsOwnRowFails() {
    Benchmark nameless = new Prepared(List.of(List.of(result("more", 2, 2))));
    assertThatThrownBy(() -> run(nameless, 1)).isInstanceOf(BenchmarkFailed.class);
  }

  static BenchmarkResult result(String name, double rate, double p95Millis) {
    return new BenchmarkResult(
        name, rate, p95Millis / 2, p95Millis, 2 * p95Millis, Optional.empty(), Map.of());
  }
}
