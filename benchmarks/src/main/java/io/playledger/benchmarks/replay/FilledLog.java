package io.playledger.benchmarks.replay;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.playledger.api.Contexts;
import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.runtime.serialization.Serializers;
import io.playledger.runtime.serialization.TypeNames;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * A database whose log was written through the real engine, so that positions and hash chain are
 * true; and what the read tables must say of it.
 */
final class FilledLog {

  private final PostgresDatabase database;
  private final long events;
  private final long postings;
  private final Map<String, Long> balances;

  private FilledLog(PostgresDatabase database, LedgerLog log) {
    this.database = database;
    this.events = log.events();
    this.postings = log.postings();
    this.balances = log.balances();
  }

  static FilledLog of(long seed, long events, int wallets) throws SQLException {
    PostgresDatabase database =
        TemporaryPostgres.durable().newDatabase("replay", RuntimeNode::migrate);
    LedgerLog log = fill(database.dataSource(), seed, events, wallets);
    FilledLog filled = new FilledLog(database, log);
    // as autovacuum would have done by the time anybody replays it
    filled.execute("VACUUM (ANALYZE) event_store.events", "CHECKPOINT");
    return filled;
  }

  /** Writes a history into a migrated database. */
  static LedgerLog fill(DataSource database, long seed, long events, int wallets) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    config.setMaximumPoolSize(4);
    TypeNames names = TypeNames.builder().addAll(Contexts.eventNames()).build();
    try (HikariDataSource pool = new HikariDataSource(config);
        PostgresEventStorageEngine engine =
            PostgresEventStorageEngine.builder()
                .dataSource(pool)
                .eventSerializer(Serializers.ofMessages(names))
                .snapshotSerializer(Serializers.ofState(names))
                .build()) {
      return new LedgerLog(engine, seed, events, wallets).write();
    }
  }

  PostgresDatabase database() {
    return database;
  }

  long events() {
    return events;
  }

  long postings() {
    return postings;
  }

  /** As if no processor had ever run on it. */
  void forgetProcessors() throws SQLException {
    execute(
        "DELETE FROM axon.token_entry",
        "TRUNCATE read_model.wallet, read_model.account_balance, read_model.ledger_transaction,"
            + " read_model.posting",
        "CHECKPOINT");
  }

  /** Throws where a balance differs from what the history's writer counted along. */
  void checkBalances() throws SQLException {
    Map<String, Long> stored = new TreeMap<>();
    long lines;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet row =
          statement.executeQuery("SELECT account, posted FROM read_model.account_balance")) {
        while (row.next()) {
          stored.put(row.getString(1), row.getBigDecimal(2).longValueExact());
        }
      }
      try (ResultSet row = statement.executeQuery("SELECT count(*) FROM read_model.posting")) {
        row.next();
        lines = row.getLong(1);
      }
    }
    BenchmarkFailed.unless(
        lines == postings, "%d postings are stored, %d were made".formatted(lines, postings));
    balances.forEach(
        (account, units) ->
            BenchmarkFailed.unless(
                units.equals(stored.get(account)),
                "%s has %s, not %d".formatted(account, stored.get(account), units)));
    BenchmarkFailed.unless(
        stored.size() == balances.size(),
        "%d accounts are stored, there are %d".formatted(stored.size(), balances.size()));
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
