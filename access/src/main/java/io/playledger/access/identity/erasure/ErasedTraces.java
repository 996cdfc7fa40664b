package io.playledger.access.identity.erasure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Clears what PostgreSQL keeps of deleted rows: samples of their values for the planner ({@code
 * pg_statistic} contains names and descriptions verbatim), and old versions of the rows. PostgreSQL
 * does so itself eventually, which is too late after an erasure.
 */
final class ErasedTraces {

  private static final Logger LOG = LoggerFactory.getLogger(ErasedTraces.class);

  /** Tables with plain personal data, or with data that identifies a person. */
  private static final List<String> TABLES =
      List.of(
          "read_model.player",
          "read_model.listing",
          "auth.account",
          "auth.email_change",
          "auth.external_identity",
          "auth.person_key",
          "auth.session",
          "auth.second_factor",
          "auth.mail_outbox",
          "auth.api_key");

  private final DataSource connections;

  ErasedTraces(DataSource connections) {
    this.connections = connections;
  }

  /** Vacuums and analyses the tables for which this was last done before the given time. */
  void clearOlderThan(Instant then) {
    List<String> old =
        JdbcClient.create(connections)
            .sql(
                "SELECT name FROM unnest(?::text[]) AS name JOIN pg_stat_all_tables s"
                    + " ON s.relid = name::regclass"
                    + " WHERE coalesce(least(greatest(s.last_vacuum, s.last_autovacuum),"
                    + " greatest(s.last_analyze, s.last_autoanalyze)), '-infinity') < ?")
            .params(TABLES.toArray(String[]::new), then.atOffset(ZoneOffset.UTC))
            .query(String.class)
            .list();
    if (!old.isEmpty()) {
      clear(old);
      LOG.info("Cleared the traces of erased persons in {}", old);
    }
  }

  private void clear(List<String> tables) {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement()) {
      String limit = statementTimeout(statement);
      // the pool restores its own setting when the connection is returned
      connection.setNetworkTimeout(Runnable::run, 0);
      statement.execute("SET statement_timeout = 0");
      try {
        for (String table : tables) {
          statement.execute("VACUUM (ANALYZE) " + table);
        }
      } finally {
        statement.execute("SET statement_timeout = '" + limit + "'");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The traces of erased persons cannot be cleared", e);
    }
  }

  private static String statementTimeout(Statement statement) throws SQLException {
    try (ResultSet shown = statement.executeQuery("SHOW statement_timeout")) {
      shown.next();
      return shown.getString(1);
    }
  }
}
