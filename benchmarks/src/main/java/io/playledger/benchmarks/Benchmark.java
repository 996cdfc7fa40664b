package io.playledger.benchmarks;

import java.util.List;

/** One benchmark. It brings its own parts (a PostgreSQL, a server process) and takes them away. */
public interface Benchmark {

  /** What it is called on the command line, for example {@code hot-commands}. */
  String name();

  /**
   * Measures once. The frame repeats it and takes medians, row by row.
   *
   * @return one result a row of the table; each run returns the same rows. The one that bears the
   *     benchmark's name is the one the goals speak of
   * @throws BenchmarkFailed where what was measured was not right: a figure of a wrong answer is
   *     worth nothing
   */
  List<BenchmarkResult> run(BenchmarkSettings settings) throws Exception;
}
