package io.playledger.benchmarks.transfer;

import io.playledger.benchmarks.Benchmark;
import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.benchmarks.BenchmarkResult;
import io.playledger.benchmarks.BenchmarkSettings;
import io.playledger.benchmarks.TemporaryFolder;
import io.playledger.benchmarks.transfer.Payments.Payment;
import io.playledger.postgres.PostgresServer;
import io.playledger.postgres.PostgresSettings;
import io.playledger.verification.measure.Percentiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Transfers over HTTP, each with an access token, an idempotency key and two wallets, acknowledged
 * when durable: server, PostgreSQL and client share this machine. The row {@code memory} is the
 * resident memory of the server's process right after the load, in MiB, in the column of the rate.
 */
public final class TransferBenchmark implements Benchmark {

  @Override
  public String name() {
    return "transfers";
  }

  @Override
  public List<BenchmarkResult> run(BenchmarkSettings settings) throws Exception {
    TransferSize size = settings.smoke() ? TransferSize.smoke() : TransferSize.full();
    try (TemporaryFolder data = TemporaryFolder.make("playledger-transfers-")) {
      return measure(data.path(), size, settings.seed());
    }
  }

  private static List<BenchmarkResult> measure(Path data, TransferSize size, long seed)
      throws IOException, InterruptedException, SQLException {
    Payers payers;
    List<Payment> payments = new ArrayList<>();
    Slice slice;
    double triedOut;
    try (ServerUnderLoad server = ServerUnderLoad.start(data)) {
      payers = Payers.register(server.client(), server.admin(), size.players());
      TransferLoad load = new TransferLoad(server.url(), payers, size.connections());
      Costs[] costs = new Costs[2];
      payments.addAll(
          load.run(
              TransferLoad.TRANSFERS,
              seed,
              beginCounting -> {
                Thread.sleep(size.warmUp());
                costs[0] = Costs.of(server);
                beginCounting.run();
                Thread.sleep(size.slice());
                costs[1] = Costs.of(server);
              }));
      slice = Slice.of(payments, costs[0], costs[1]);
      triedOut = triedOut(load, size.aside(), seed);
      new TransferAudit(payers, payments).overHttp(server);
    }
    try (PostgresServer postgres =
        PostgresServer.start(PostgresSettings.in(data.resolve("postgres")))) {
      new TransferAudit(payers, payments).inTheLog(postgres.database("playledger"));
      double peer =
          new SqlLedger(postgres.databaseCreatedIfMissing("sql_ledger"), size.players())
              .measure(size.connections(), size.aside(), seed);
      return List.of(slice.memory(), slice.result(size, triedOut).against(SqlLedger.NAME, peer));
    }
  }

  /** How many a second the server decides and answers when nothing has to be stored. */
  private static double triedOut(TransferLoad load, Duration length, long seed)
      throws IOException, InterruptedException {
    List<Payment> answered =
        load.run(
            TransferLoad.TRIED_OUT,
            seed + 1,
            beginCounting -> {
              Thread.sleep(length.dividedBy(2));
              beginCounting.run();
              Thread.sleep(length.dividedBy(2));
            });
    return answered.stream().filter(Payment::counted).count()
        / (length.dividedBy(2).toNanos() / 1e9);
  }

  /** Clocks and meters at one moment. */
  private record Costs(
      long nanos,
      Optional<Long> serverMicros,
      Optional<Long> postgresMicros,
      Optional<Long> clientMicros,
      Optional<Double> residentMib,
      Optional<Double> residentMibMax) {

    static Costs of(ServerUnderLoad server) throws IOException {
      return new Costs(
          System.nanoTime(),
          ProcessCosts.cpuMicros(server.pid()),
          ProcessCosts.familyCpuMicros(server.postgresPid()),
          ProcessCosts.cpuMicros(ProcessHandle.current().pid()),
          ProcessCosts.statusMib(server.pid(), "VmRSS"),
          ProcessCosts.statusMib(server.pid(), "VmHWM"));
    }
  }

  /** What was counted between two moments. */
  private record Slice(long[] nanos, Costs begin, Costs end) {

    static Slice of(List<Payment> payments, Costs begin, Costs end) {
      long[] nanos = payments.stream().filter(Payment::counted).mapToLong(Payment::nanos).toArray();
      BenchmarkFailed.unless(nanos.length > 0, "Not one transfer was acknowledged");
      return new Slice(nanos, begin, end);
    }

    BenchmarkResult result(TransferSize size, double triedOut) {
      double seconds = (end.nanos - begin.nanos) / 1e9;
      return BenchmarkResult.timed("transfers", nanos.length / seconds, new Percentiles(nanos))
          .with("connections", size.connections())
          .with("players", size.players())
          .with("warm-up s", size.warmUp().toSeconds())
          .with("tried out per second", "%.0f".formatted(triedOut))
          .with("server us", each(begin.serverMicros, end.serverMicros))
          .with("PostgreSQL us", each(begin.postgresMicros, end.postgresMicros))
          .with("client us", each(begin.clientMicros, end.clientMicros));
    }

    BenchmarkResult memory() {
      return BenchmarkResult.rate("memory", end.residentMib.orElse(Double.NaN))
          .with("unit", "MiB resident")
          .with("most", end.residentMibMax.map("%.0f"::formatted).orElse("?"));
    }

    private String each(Optional<Long> before, Optional<Long> after) {
      return before
          .flatMap(from -> after.map(to -> "%d".formatted((to - from) / nanos.length)))
          .orElse("?");
    }
  }
}
