package io.playledger.benchmarks.command;

import io.playledger.benchmarks.Benchmark;
import io.playledger.benchmarks.BenchmarkResult;
import io.playledger.benchmarks.BenchmarkSettings;
import io.playledger.benchmarks.command.PurseLoad.Slice;
import io.playledger.verification.measure.Percentiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands a second, each acknowledged when its event is durable: our way of a command and stock
 * Axon on the same PostgreSQL, slice by slice by turns. The benchmark's own row sends no keys,
 * since the peer knows none; the keyed row is what the server does.
 */
public final class CommandBenchmark implements Benchmark {

  private static final int CALLERS = 64;
  private static final int ROUNDS = 2;
  private static final Duration SLICE = Duration.ofMillis(2_500);

  private static final int SMOKE_PURSES_MAX = 200;
  private static final Duration SMOKE_SLICE = Duration.ofMillis(300);

  private final String name;
  private final int purses;

  private CommandBenchmark(String name, int purses) {
    this.name = name;
    this.purses = purses;
  }

  /** 10,000 accounts: a command seldom meets another on its account. */
  public static CommandBenchmark commands() {
    return new CommandBenchmark("commands", 10_000);
  }

  /** 10 accounts: every command meets others. */
  public static CommandBenchmark hotCommands() {
    return new CommandBenchmark("hot-commands", 10);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<BenchmarkResult> run(BenchmarkSettings settings) throws Exception {
    int accounts = settings.smoke() ? Math.min(purses, SMOKE_PURSES_MAX) : purses;
    Duration length = settings.smoke() ? SMOKE_SLICE : SLICE;
    List<Slice> stock = new ArrayList<>();
    List<Slice> unkeyed = new ArrayList<>();
    List<Slice> keyed = new ArrayList<>();
    try (CommandWay peer = new StockAxonWay(CALLERS);
        CommandWay ours = new PlayledgerWay()) {
      PurseLoad peerLoad = new PurseLoad(peer, accounts, CALLERS);
      PurseLoad ourLoad = new PurseLoad(ours, accounts, CALLERS);
      peerLoad.openAll();
      ourLoad.openAll();
      // the first round warms up and is not counted
      for (int round = 0; round <= ROUNDS; round++) {
        long seed = settings.seed() + 3L * round;
        Slice ofPeer = peerLoad.deposit(length, seed, false);
        Slice ofUnkeyed = ourLoad.deposit(length, seed + 1, false);
        Slice ofKeyed = ourLoad.deposit(length, seed + 2, true);
        if (round > 0) {
          stock.add(ofPeer);
          unkeyed.add(ofUnkeyed);
          keyed.add(ofKeyed);
        }
      }
      PurseAudit.check(peer, peerLoad);
      PurseAudit.check(ours, ourLoad);
    }
    return List.of(
        result(name + ", keyed", keyed, stock, accounts), result(name, unkeyed, stock, accounts));
  }

  private static BenchmarkResult result(
      String row, List<Slice> ours, List<Slice> stock, int accounts) {
    Slice all = Slice.together(ours);
    Slice peer = Slice.together(stock);
    return BenchmarkResult.timed(row, all.rate(), new Percentiles(all.nanos()))
        .against("stock JdbcEventStorageEngine", peer.rate())
        .with("callers", CALLERS)
        .with("accounts", accounts)
        .with("peer p99 ms", "%.1f".formatted(new Percentiles(peer.nanos()).at(99) / 1e6));
  }
}
