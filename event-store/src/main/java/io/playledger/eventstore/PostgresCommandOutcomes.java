package io.playledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** First answers by key in a table, written by the engine in the transaction of the events. */
public final class PostgresCommandOutcomes implements CommandOutcomes {
  private final DataSource dataSource;
  private final String find;
  private final String insert;
  private final String page;
  private final String adopt;

  /**
   * @param schema schema of the event store's tables
   */
  public PostgresCommandOutcomes(DataSource dataSource, String schema) {
    SchemaName name = new SchemaName(schema);
    this.dataSource = dataSource;
    this.find =
        """
        SELECT scope, key, request_hash, position, rejected, result, stored_at
        FROM %s WHERE scope = ? AND key = ?
        """
            .formatted(name.table("command_outcomes"));
    this.insert =
        """
        INSERT INTO %s (scope, key, request_hash, position, rejected, result, stored_at)
        VALUES (?, ?, ?, (SELECT last_position FROM %s ORDER BY last_position DESC LIMIT 1),
          ?, ?, clock_timestamp())
        ON CONFLICT (scope, key) DO NOTHING
        """
            .formatted(name.table("command_outcomes"), name.table("chain"));
    this.page =
        """
        SELECT scope, key, request_hash, position, rejected, result, stored_at
        FROM %s WHERE (scope, key) > (?, ?) ORDER BY scope, key LIMIT ?
        """
            .formatted(name.table("command_outcomes"));
    this.adopt =
        """
        INSERT INTO %s (scope, key, request_hash, position, rejected, result, stored_at)
        SELECT payload ->> 'scope', (payload ->> 'key')::uuid,
          decode(payload ->> 'requestHash', 'hex'),
          CASE WHEN (payload ->> 'movedFrom')::bigint = 0
              THEN position + (payload ->> 'events')::int
            ELSE (payload ->> 'movedFrom')::bigint END,
          (payload ->> 'rejected')::boolean, payload ->> 'result', occurred_at
        FROM %s WHERE aggregate_type = ?
        ON CONFLICT (scope, key) DO NOTHING
        """
            .formatted(name.table("command_outcomes"), name.table("events"));
  }

  /** Outcomes in the order of scope and key, behind this one. */
  public List<StoredOutcome> after(String scope, UUID key, int limit) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(page)) {
      statement.setString(1, scope);
      statement.setObject(2, key);
      statement.setInt(3, limit);
      List<StoredOutcome> outcomes = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          outcomes.add(read(rows));
        }
      }
      return outcomes;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Imports the outcomes that another home stores as events of the log.
   *
   * @param aggregateType type of the aggregates that hold them
   * @return number of imported outcomes
   */
  public int adopt(String aggregateType) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(adopt)) {
      statement.setString(1, aggregateType);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public Optional<StoredOutcome> find(String scope, UUID key) {
    try (Connection connection = dataSource.getConnection()) {
      return find(connection, scope, key);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public Standing recordRejection(CommandKey key, String rejectionJson) {
    return record(key, true, rejectionJson);
  }

  @Override
  public Standing recordWithoutEvents(CommandKey key, @Nullable String resultJson) {
    return record(key, false, resultJson);
  }

  private Standing record(CommandKey key, boolean rejected, @Nullable String json) {
    try (Connection connection = dataSource.getConnection()) {
      int recorded;
      try (PreparedStatement statement = connection.prepareStatement(insert)) {
        statement.setString(1, key.scope());
        statement.setObject(2, key.key());
        statement.setBytes(3, key.requestHash());
        statement.setBoolean(4, rejected);
        statement.setString(5, json);
        recorded = statement.executeUpdate();
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      StoredOutcome standing =
          find(connection, key.scope(), key.key())
              .orElseThrow(() -> new EventStoreException("The outcome of " + key + " was deleted"));
      return new Standing(standing, recorded == 1);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private Optional<StoredOutcome> find(Connection connection, String scope, UUID key)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(find)) {
      statement.setString(1, scope);
      statement.setObject(2, key);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(read(rows)) : Optional.empty();
      }
    }
  }

  /** Reads a row of the table. */
  public static StoredOutcome read(ResultSet row) throws SQLException {
    return new StoredOutcome(
        row.getString("scope"),
        row.getObject("key", UUID.class),
        row.getBytes("request_hash"),
        row.getLong("position"),
        row.getBoolean("rejected"),
        row.getString("result"),
        row.getObject("stored_at", OffsetDateTime.class).toInstant());
  }

  private static EventStoreException failure(SQLException cause) {
    return new EventStoreException(
        "The command outcomes could not be read or written: " + cause.getMessage(), cause);
  }
}
