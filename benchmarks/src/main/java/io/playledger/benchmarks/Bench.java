package io.playledger.benchmarks;

import io.playledger.verification.Arguments;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What {@code ./playledger bench} does: runs benchmarks, prints under what conditions and a table
 * of medians.
 *
 * <p>{@code --json} adds one line of JSON a row at the very end, a benchmark's own row last; {@code
 * --append} adds the table to {@code docs/benchmarks.md}. Exit status 0 where all ran and was
 * right, 1 where one failed, 2 for invalid options. No figure, however bad, fails it.
 */
public final class Bench {

  private static final Path DOCUMENT = Path.of("docs", "benchmarks.md");
  private static final long SEED = 20_261_121;
  private static final int RUNS = 3;

  private final BenchmarkSettings settings;
  private final PrintStream out;
  private final PrintStream progress;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  Bench(BenchmarkSettings settings, PrintStream out, PrintStream progress) {
    this.settings = settings;
    this.out = out;
    this.progress = progress;
  }

  /** See the class. */
  public static void main(String[] given) throws SQLException, IOException {
    try {
      if (given.length == 0) {
        throw new IllegalArgumentException("Name a benchmark, or all");
      }
      List<Benchmark> benchmarks = Benchmarks.named(given[0]);
      Arguments arguments =
          Arguments.parse(
              Arrays.copyOfRange(given, 1, given.length),
              Set.of("runs", "seed"),
              Set.of("json", "smoke", "append"));
      boolean smoke = arguments.flag("smoke");
      int runs = Math.toIntExact(arguments.number("runs", smoke ? 1 : RUNS));
      BenchmarkSettings settings =
          new BenchmarkSettings(smoke, arguments.number("seed", SEED), runs);
      Bench bench = new Bench(settings, System.out, System.err);
      System.exit(bench.run(benchmarks, arguments.flag("json"), arguments.flag("append")) ? 0 : 1);
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
  }

  /** Whether all ran and was right. */
  boolean run(List<Benchmark> benchmarks, boolean json, boolean append)
      throws SQLException, IOException {
    Conditions conditions = Conditions.read(settings);
    conditions.lines().forEach(out::println);
    benchmarks.forEach(this::measure);
    List<String> table = BenchmarkTable.lines(rows);
    out.println();
    table.forEach(out::println);
    failures.forEach(failure -> out.println("FAILED: " + failure));
    if (append && !rows.isEmpty()) {
      new BenchmarkDocument(DOCUMENT).append(LocalDate.now(ZoneOffset.UTC), conditions, table);
    }
    if (json) {
      rows.forEach(row -> out.println(BenchmarkJson.line(row)));
    }
    out.flush();
    return failures.isEmpty();
  }

  /** One that fails does not keep the others from running. */
  private void measure(Benchmark benchmark) {
    try {
      rows.addAll(new BenchmarkRunner(settings, progress).run(benchmark));
    } catch (BenchmarkFailed failed) {
      failures.add(failed.getMessage());
      if (failed.getCause() != null) {
        failed.getCause().printStackTrace(progress);
      }
    }
  }
}
