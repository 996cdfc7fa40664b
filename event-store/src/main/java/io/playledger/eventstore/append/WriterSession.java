package io.playledger.eventstore.append;

import io.playledger.eventstore.CommandKey;
import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.PostgresCommandOutcomes;
import io.playledger.eventstore.StoredOutcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writer's own connection and its statements. Used by one thread at a time. */
final class WriterSession implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(WriterSession.class);
  private static final int CHECK_SECONDS = 3;

  /**
   * A backend process of PostgreSQL, identified by more than its process id, which can be reused.
   */
  record Backend(int pid, String startedAt) {}

  private final Connection connection;
  private final BatchSql sql;
  private final String nodeId;
  private final Backend backend;
  private final PreparedStatement append;

  private WriterSession(Connection connection, BatchSql sql, String nodeId) throws SQLException {
    this.connection = connection;
    this.sql = sql;
    this.nodeId = nodeId;
    this.backend = backendOf(connection);
    this.append = connection.prepareStatement(sql.append());
  }

  static WriterSession open(
      DataSource dataSource, BatchSql sql, String nodeId, EventStoreLimits limits)
      throws SQLException {
    Connection connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      // what the server does not end in time, the client's own clock ends
      connection.setNetworkTimeout(
          Runnable::run, limits.statementMillisMax() + limits.lockWaitMillisMax() + 5_000);
      try (Statement settings = connection.createStatement()) {
        // an empty array looks cheaper than an unknown one, so each append would be planned anew
        settings.execute(
            """
            SET lock_timeout = %d; SET statement_timeout = %d; SET plan_cache_mode = force_generic_plan;
            SET idle_in_transaction_session_timeout = %d; SET synchronous_commit = on
            """
                .formatted(
                    limits.lockWaitMillisMax(),
                    limits.statementMillisMax(),
                    limits.statementMillisMax()));
      }
      return new WriterSession(connection, sql, nodeId);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static Backend backendOf(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT pid, backend_start::text FROM pg_stat_activity"
                    + " WHERE pid = pg_backend_pid()")) {
      row.next();
      return new Backend(row.getInt(1), row.getString(2));
    }
  }

  Backend backend() {
    return backend;
  }

  /** Stores a batch in its own transaction. It is durable when this returns. */
  long appendAlone(AppendBatch batch) throws SQLException {
    if (!connection.getAutoCommit()) {
      throw new IllegalStateException("An earlier transaction is still open");
    }
    return append(batch);
  }

  /**
   * Stores a batch, within the transaction that {@link #lock} began.
   *
   * @return the position of its first event
   */
  long append(AppendBatch batch) throws SQLException {
    AppendBatch.EventColumns events = batch.eventColumns();
    AppendBatch.OutcomeColumns outcomes = batch.outcomeColumns();
    List<AggregateSequence> lookedAt = batch.lookedAt();
    int i = 1;
    append.setArray(i++, connection.createArrayOf("text", ids(lookedAt)));
    append.setArray(i++, connection.createArrayOf("int8", sequences(lookedAt)));
    append.setArray(i++, connection.createArrayOf("text", events.aggregateIds));
    append.setArray(i++, connection.createArrayOf("int8", events.sequences));
    append.setArray(i++, connection.createArrayOf("text", events.aggregateTypes));
    append.setArray(i++, connection.createArrayOf("text", events.eventIds));
    append.setArray(i++, connection.createArrayOf("int8", events.occurredAtMicros));
    append.setArray(i++, connection.createArrayOf("text", events.payloadTypes));
    append.setArray(i++, connection.createArrayOf("text", events.payloadRevisions));
    append.setArray(i++, connection.createArrayOf("text", events.payloads));
    append.setArray(i++, connection.createArrayOf("text", events.metadata));
    append.setArray(i++, connection.createArrayOf("text", outcomes.scopes()));
    append.setArray(i++, connection.createArrayOf("text", outcomes.keys()));
    append.setArray(i++, connection.createArrayOf("bytea", outcomes.requestHashes()));
    append.setArray(i++, connection.createArrayOf("int8", outcomes.lastOrdinals()));
    append.setArray(i++, connection.createArrayOf("text", outcomes.results()));
    append.setLong(i++, batch.eventCount());
    append.setBytes(i++, events.digests);
    append.setString(i, nodeId);
    append.execute();
    if (!append.getMoreResults()) {
      throw new SQLException("The append answered without a row");
    }
    try (ResultSet row = append.getResultSet()) {
      if (row.next()) {
        return row.getLong(1);
      }
      throw lookedAt.isEmpty()
          ? new SQLException("The chain table is empty: its first row was deleted")
          : new SQLException(
              "An aggregate that a command looked at has gone on since", SqlFailure.OVERTAKEN);
    }
  }

  /** Begins a transaction and takes the append lock in it. */
  void lock() throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.lock());
    }
  }

  void commit() throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  void rollback() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** The sequences that have an event. */
  Set<AggregateSequence> taken(List<AggregateSequence> places) throws SQLException {
    Set<AggregateSequence> taken = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(sql.takenSequences())) {
      statement.setArray(1, connection.createArrayOf("text", ids(places)));
      statement.setArray(2, connection.createArrayOf("int8", sequences(places)));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taken.add(places.get((int) rows.getLong(1) - 1));
        }
      }
    }
    return taken;
  }

  private static String[] ids(List<AggregateSequence> places) {
    return places.stream().map(AggregateSequence::aggregateId).toArray(String[]::new);
  }

  private static Long[] sequences(List<AggregateSequence> places) {
    return places.stream().map(AggregateSequence::sequence).toArray(Long[]::new);
  }

  /** The existing outcomes, by index into {@code keys}. */
  Map<Integer, StoredOutcome> takenKeys(List<CommandKey> keys) throws SQLException {
    String[] scopes = keys.stream().map(CommandKey::scope).toArray(String[]::new);
    String[] ids = keys.stream().map(key -> key.key().toString()).toArray(String[]::new);
    Map<Integer, StoredOutcome> taken = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql.takenKeys())) {
      statement.setArray(1, connection.createArrayOf("text", scopes));
      statement.setArray(2, connection.createArrayOf("text", ids));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taken.put((int) rows.getLong("ordinal") - 1, PostgresCommandOutcomes.read(rows));
        }
      }
    }
    return taken;
  }

  /** First positions of the commands that are stored, by index into {@code commands}. */
  Map<Integer, Long> storedCommands(List<PendingAppend> commands) throws SQLException {
    List<SerializedEvent> firsts = new ArrayList<>();
    commands.forEach(command -> firsts.add(command.events().getFirst()));
    Map<Integer, Long> stored = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(sql.storedCommands())) {
      statement.setArray(
          1,
          connection.createArrayOf(
              "text", firsts.stream().map(SerializedEvent::aggregateId).toArray(String[]::new)));
      statement.setArray(
          2,
          connection.createArrayOf(
              "int8", firsts.stream().map(SerializedEvent::sequence).toArray(Long[]::new)));
      statement.setArray(
          3,
          connection.createArrayOf(
              "text", firsts.stream().map(SerializedEvent::eventId).toArray(String[]::new)));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          stored.put((int) rows.getLong(1) - 1, rows.getLong(2));
        }
      }
    }
    return stored;
  }

  /**
   * Ends an earlier backend of this writer that could still be working, so that it stores nothing
   * after our look-up.
   *
   * @return whether it has ended
   */
  boolean end(Backend predecessor) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity
            WHERE pid = ? AND backend_start = ?::timestamptz
            """)) {
      statement.setInt(1, predecessor.pid());
      statement.setString(2, predecessor.startedAt());
      try (ResultSet row = statement.executeQuery()) {
        return !row.next() || row.getBoolean(1);
      }
    }
  }

  /**
   * Whether the connection still answers. If it does after a failed statement, the transaction was
   * certainly rolled back.
   */
  boolean isUsable() {
    try {
      return !connection.isClosed() && connection.isValid(CHECK_SECONDS);
    } catch (SQLException e) {
      logger.debug("The writer's connection does not answer", e);
      return false;
    }
  }

  /** Abandons a broken connection without waiting for it. */
  void abort() {
    try {
      connection.abort(Runnable::run);
      connection.close();
    } catch (SQLException e) {
      logger.debug("The writer's broken connection could not be closed", e);
    }
  }

  @Override
  public void close() {
    try {
      rollback();
      try (Statement reset = connection.createStatement()) {
        reset.execute("RESET ALL");
      }
      connection.setNetworkTimeout(Runnable::run, 0);
      connection.close();
    } catch (SQLException e) {
      logger.debug("The writer's connection could not be given back", e);
      abort();
    }
  }
}
