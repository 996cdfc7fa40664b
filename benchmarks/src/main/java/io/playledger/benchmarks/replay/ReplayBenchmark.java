package io.playledger.benchmarks.replay;

import io.playledger.benchmarks.Benchmark;
import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.benchmarks.BenchmarkResult;
import io.playledger.benchmarks.BenchmarkSettings;
import io.playledger.projection.ProjectionTools;
import io.playledger.projection.ledger.LedgerProjection;
import io.playledger.runtime.processor.ProjectionProgress;
import io.playledger.runtime.rebuild.ProjectionRebuilder;
import io.playledger.runtime.rebuild.RebuildMode;
import io.playledger.runtime.rebuild.RebuildState;
import io.playledger.runtime.rebuild.RebuildStatus;
import io.playledger.runtime.rebuild.TableComparison;
import io.playledger.verification.http.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A log of transfers handled again from its beginning: by a processor that does nothing, by the
 * ledger's live processor on empty tables, and by a rebuild of the ledger into shadow tables. A
 * transfer is three events, of which the ledger handles one and writes four rows for it. Every
 * balance and the number of postings are checked against what the log's writer counted.
 */
public final class ReplayBenchmark implements Benchmark {

  private static final long EVENTS = 2_000_000;
  private static final long STOCK_EVENTS = 100_000;
  private static final int WALLETS = 10_000;
  private static final long SMOKE_EVENTS = 20_000;
  private static final long SMOKE_STOCK_EVENTS = 5_000;
  private static final int SMOKE_WALLETS = 200;
  private static final int BATCH_EVENTS = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_MILLIS = 20;

  private @Nullable FilledLog filled;

  @Override
  public String name() {
    return "replay";
  }

  /** The log is written before the first run and serves all. */
  @Override
  public List<BenchmarkResult> run(BenchmarkSettings settings) throws Exception {
    int wallets = settings.smoke() ? SMOKE_WALLETS : WALLETS;
    if (filled == null) {
      filled = FilledLog.of(settings.seed(), settings.smoke() ? SMOKE_EVENTS : EVENTS, wallets);
    }
    long stockEvents = settings.smoke() ? SMOKE_STOCK_EVENTS : STOCK_EVENTS;
    double stock = StockReplay.rate(settings.seed(), stockEvents, wallets, BATCH_EVENTS);
    filled.forgetProcessors();
    double nothing = nothing();
    List<BenchmarkResult> ledger = ledger();
    return List.of(
        ledger.getFirst(),
        ledger.getLast(),
        BenchmarkResult.rate(name(), nothing)
            .against("stock JdbcEventStorageEngine and processor", stock)
            .with("events", filled.events())
            .with("peer's events", stockEvents)
            .with("events a stretch", BATCH_EVENTS)
            .with("events a batch of the peer", BATCH_EVENTS));
  }

  private double nothing() throws Exception {
    Counting counting = new Counting(filled.events());
    double rate;
    try (RuntimeNode node =
        RuntimeNode.start(filled.database(), Map.of(), _ -> List.of(counting))) {
      rate = handled(node, Counting.NAME);
    }
    BenchmarkFailed.unless(
        counting.seen() == filled.events(),
        "%d events were handled, there are %d".formatted(counting.seen(), filled.events()));
    return rate;
  }

  /** The live processor's row, and the rebuild's. */
  private List<BenchmarkResult> ledger() throws Exception {
    try (RuntimeNode node =
        RuntimeNode.start(
            filled.database(),
            Map.of(),
            sql -> List.of(new LedgerProjection(new ProjectionTools(sql, null))))) {
      double live = handled(node, "ledger");
      filled.checkBalances();
      long began = System.nanoTime();
      RebuildStatus rebuilt = rebuild(node);
      double rebuild = perSecond(began);
      check(rebuilt);
      return List.of(
          BenchmarkResult.rate(name() + ", live balances", live)
              .with("events", filled.events())
              .with("postings written", filled.postings()),
          BenchmarkResult.rate(name() + ", balances", rebuild)
              .with("events", filled.events())
              .with("includes", "comparison with the live tables"));
    }
  }

  private double handled(RuntimeNode node, String projection) {
    BenchmarkFailed.unless(
        node.get(ProjectionProgress.class).awaitPosition(projection, filled.events(), PATIENCE),
        "the replay through " + projection + " did not end in " + PATIENCE);
    return perSecond(node.startedNanos());
  }

  private RebuildStatus rebuild(RuntimeNode node) {
    ProjectionRebuilder rebuilder = node.get(ProjectionRebuilder.class);
    UUID id = rebuilder.start("ledger", RebuildMode.VERIFY_ONLY);
    long end = System.nanoTime() + PATIENCE.toNanos();
    RebuildStatus status = rebuilder.find(id).orElseThrow();
    while (status.endedAt() == null && System.nanoTime() < end) {
      Pause.millis(LOOK_MILLIS);
      status = rebuilder.find(id).orElseThrow();
    }
    return status;
  }

  private static void check(RebuildStatus rebuilt) {
    BenchmarkFailed.unless(rebuilt.state() == RebuildState.DONE, "the rebuild ended as " + rebuilt);
    for (TableComparison table : rebuilt.tables()) {
      BenchmarkFailed.unless(table.equal(), "rebuilt differently: " + table);
    }
  }

  private double perSecond(long beganNanos) {
    return filled.events() / ((System.nanoTime() - beganNanos) / 1e9);
  }
}
