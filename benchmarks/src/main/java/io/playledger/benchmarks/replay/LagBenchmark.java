package io.playledger.benchmarks.replay;

import io.playledger.benchmarks.Benchmark;
import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.benchmarks.BenchmarkResult;
import io.playledger.benchmarks.BenchmarkSettings;
import io.playledger.benchmarks.replay.PacedTransfers.Acknowledged;
import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.projection.ProjectionTools;
import io.playledger.projection.ledger.LedgerProjection;
import io.playledger.verification.http.Pause;
import io.playledger.verification.measure.Percentiles;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * How long after its acknowledgement an event shows in the ledger's tables, at 1,000 events a
 * second, each appended by itself. Measured for every event by a reader of its own, at a pace that
 * waits for nobody.
 */
public final class LagBenchmark implements Benchmark {

  private static final int PER_SECOND = 1_000;
  private static final int WARM_UP_EVENTS = 5_000;
  private static final int EVENTS = 15_000;
  private static final int SMOKE_PER_SECOND = 200;
  private static final int SMOKE_EVENTS = 400;
  private static final int PLAYERS = 1_000;
  private static final long PATIENCE_MILLIS = 60_000;
  private static final long LOOK_MILLIS = 10;

  @Override
  public String name() {
    return "projection-lag";
  }

  @Override
  public List<BenchmarkResult> run(BenchmarkSettings settings) throws Exception {
    int perSecond = settings.smoke() ? SMOKE_PER_SECOND : PER_SECOND;
    int warmUp = settings.smoke() ? SMOKE_EVENTS : WARM_UP_EVENTS;
    int events = settings.smoke() ? SMOKE_EVENTS : EVENTS;
    PostgresDatabase database =
        TemporaryPostgres.durable().newDatabase("replay", RuntimeNode::migrate);
    try (RuntimeNode node =
            RuntimeNode.start(
                database,
                Map.of(),
                sql -> List.of(new LedgerProjection(new ProjectionTools(sql, null))));
        RowWatch watch = RowWatch.start(database)) {
      PacedTransfers transfers =
          new PacedTransfers(node.get(PostgresEventStorageEngine.class), settings.seed(), PLAYERS);
      transfers.send(warmUp, perSecond);
      long began = System.nanoTime();
      List<Acknowledged> acknowledged = transfers.send(events, perSecond);
      double seconds = (System.nanoTime() - began) / 1e9;
      awaitRows(watch, warmUp + events);
      long[] lags =
          acknowledged.stream()
              // a row may show before its append's caller has been woken
              .mapToLong(one -> Math.max(0, watch.seenNanos(one.transaction()) - one.nanos()))
              .toArray();
      Percentiles percentiles = new Percentiles(lags);
      return List.of(
          BenchmarkResult.timed(name(), events / seconds, percentiles)
              .with("events", events)
              .with("max ms", "%.1f".formatted(percentiles.max() / 1e6))
              .with("measured", "from the append's acknowledgement to the row visible"));
    }
  }

  private static void awaitRows(RowWatch watch, int expected) throws SQLException {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (watch.count() < expected && System.nanoTime() < end) {
      Pause.millis(LOOK_MILLIS);
    }
    BenchmarkFailed.unless(
        watch.count() == expected,
        "%d transactions show, %d were appended".formatted(watch.count(), expected));
  }
}
