package io.playledger.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Repeats a benchmark and takes the medians. */
final class BenchmarkRunner {

  private final BenchmarkSettings settings;
  private final PrintStream progress;

  /**
   * @param progress takes a line for each run
   */
  BenchmarkRunner(BenchmarkSettings settings, PrintStream progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * The rows in the order of the runs, the one with the benchmark's own name last.
   *
   * @throws BenchmarkFailed where a run failed
   */
  List<Row> run(Benchmark benchmark) {
    Map<String, List<BenchmarkResult>> byRow = new LinkedHashMap<>();
    for (int run = 1; run <= settings.runs(); run++) {
      progress.printf("%s: run %d of %d%n", benchmark.name(), run, settings.runs());
      for (BenchmarkResult result : once(benchmark)) {
        byRow.computeIfAbsent(result.benchmark(), ignored -> new ArrayList<>()).add(result);
      }
    }
    List<Row> rows = new ArrayList<>();
    List<BenchmarkResult> own = byRow.remove(benchmark.name());
    byRow.values().forEach(runs -> rows.add(row(runs)));
    BenchmarkFailed.unless(own != null, benchmark.name() + " has no result of its own name");
    rows.add(row(own));
    return rows;
  }

  private Row row(List<BenchmarkResult> runs) {
    BenchmarkFailed.unless(
        runs.size() == settings.runs(),
        "%s came %d times in %d runs"
            .formatted(runs.getFirst().benchmark(), runs.size(), settings.runs()));
    return Row.of(runs);
  }

  private List<BenchmarkResult> once(Benchmark benchmark) {
    try {
      return benchmark.run(settings);
    } catch (BenchmarkFailed failed) {
      throw failed;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailed(benchmark.name() + " was interrupted", interrupted);
    } catch (Exception failed) {
      throw new BenchmarkFailed(benchmark.name() + ": " + failed, failed);
    }
  }
}
