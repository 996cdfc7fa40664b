package io.playledger.benchmarks.transfer;

import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The peer: a ledger as one would write it without events. Two balances and two lines of a journal
 * change in one durable transaction, over connections straight to the same PostgreSQL: no HTTP, no
 * token, no idempotency, no history to replay.
 */
final class SqlLedger {

  static final String NAME = "sql ledger";

  private static final long OPENING_UNITS = 1_000_000_000_000L;
  private static final int UNITS_MAX = 9_999;

  private final PostgresDatabase database;
  private final int accounts;

  SqlLedger(PostgresDatabase database, int accounts) {
    this.database = database;
    this.accounts = accounts;
  }

  /** Transfers a second; checks that nothing was made or lost. */
  double measure(int connections, Duration length, long seed)
      throws SQLException, InterruptedException {
    create();
    SplittableRandom seeds = new SplittableRandom(seed);
    long begin = System.nanoTime();
    long end = begin + length.toNanos();
    List<Future<Long>> parts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      for (int number = 0; number < connections; number++) {
        SplittableRandom random = seeds.split();
        parts.add(threads.submit(() -> transfer(end, random)));
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    long transfers = 0;
    for (Future<Long> part : parts) {
      try {
        transfers += part.get();
      } catch (ExecutionException failed) {
        throw new BenchmarkFailed("The SQL ledger failed", failed.getCause());
      }
    }
    audit(transfers);
    return transfers / seconds;
  }

  private void create() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE balance (account int PRIMARY KEY, units bigint NOT NULL CHECK (units >= 0));
          CREATE TABLE journal (
            transfer uuid NOT NULL, account int NOT NULL, units bigint NOT NULL,
            at timestamptz NOT NULL DEFAULT clock_timestamp(), PRIMARY KEY (transfer, account));
          INSERT INTO balance SELECT number, %d FROM generate_series(0, %d) AS number
          """
              .formatted(OPENING_UNITS, accounts - 1));
    }
  }

  private long transfer(long end, SplittableRandom random) throws SQLException {
    long count = 0;
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement change =
              connection.prepareStatement(
                  "UPDATE balance SET units = units + ? WHERE account = ?");
          PreparedStatement write =
              connection.prepareStatement(
                  "INSERT INTO journal (transfer, account, units) VALUES (?, ?, ?)")) {
        while (System.nanoTime() < end) {
          int from = random.nextInt(accounts);
          int to = (from + 1 + random.nextInt(accounts - 1)) % accounts;
          long units = 1 + random.nextInt(UNITS_MAX);
          java.util.UUID id = new java.util.UUID(random.nextLong(), random.nextLong());
          // always the smaller account first: nobody waits in a circle
          int first = Math.min(from, to);
          int second = Math.max(from, to);
          book(change, write, id, first, first == from ? -units : units);
          book(change, write, id, second, second == from ? -units : units);
          connection.commit();
          count++;
        }
      }
    }
    return count;
  }

  private static void book(
      PreparedStatement change, PreparedStatement write, java.util.UUID id, int account, long units)
      throws SQLException {
    change.setLong(1, units);
    change.setInt(2, account);
    BenchmarkFailed.unless(change.executeUpdate() == 1, "There is no account " + account);
    write.setObject(1, id);
    write.setInt(2, account);
    write.setLong(3, units);
    write.executeUpdate();
  }

  private void audit(long transfers) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT (SELECT sum(units) FROM balance), (SELECT sum(units) FROM journal),"
                    + " (SELECT count(*) FROM journal)")) {
      row.next();
      BenchmarkFailed.unless(
          row.getLong(1) == OPENING_UNITS * accounts
              && row.getLong(2) == 0
              && row.getLong(3) == 2 * transfers,
          "The SQL ledger does not balance");
    }
  }
}
