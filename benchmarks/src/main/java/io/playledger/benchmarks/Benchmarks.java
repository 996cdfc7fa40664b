package io.playledger.benchmarks;

import io.playledger.benchmarks.access.AuthBenchmark;
import io.playledger.benchmarks.command.CommandBenchmark;
import io.playledger.benchmarks.replay.LagBenchmark;
import io.playledger.benchmarks.replay.ReplayBenchmark;
import io.playledger.benchmarks.replay.StartupBenchmark;
import io.playledger.benchmarks.transfer.TransferBenchmark;
import java.util.List;

/** All there are, in the order in which {@code all} runs them. A new one is one more line. */
final class Benchmarks {

  private static final List<Benchmark> ALL =
      List.of(
          CommandBenchmark.commands(),
          CommandBenchmark.hotCommands(),
          new TransferBenchmark(),
          new AuthBenchmark(),
          new LagBenchmark(),
          new ReplayBenchmark(),
          new StartupBenchmark());

  private Benchmarks() {}

  static List<Benchmark> all() {
    return ALL;
  }

  /**
   * Those of this name.
   *
   * @param name a benchmark's, or {@code all}
   * @throws IllegalArgumentException where there is none
   */
  static List<Benchmark> named(String name) {
    if (name.equals("all")) {
      return ALL;
    }
    List<Benchmark> found = ALL.stream().filter(one -> one.name().equals(name)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "No benchmark is called "
              + name
              + ". There are: all "
              + String.join(" ", ALL.stream().map(Benchmark::name).toList()));
    }
    return found;
  }
}
