package io.playledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * First answers by key. A command's outcome is written by the engine, in the transaction of its
 * events; a rejection, or a success that changed nothing, has no events and is recorded here.
 */
public final class CommandOutcomes {
  private final DataSource dataSource;
  private final String find;
  private final String insert;

  /**
   * @param schema schema of the event store's tables
   */
  public CommandOutcomes(DataSource dataSource, String schema) {
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
  }

  /** The first answer under this key, if there was one. */
  public Optional<StoredOutcome> find(String scope, UUID key) {
    try (Connection connection = dataSource.getConnection()) {
      return find(connection, scope, key);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Records a rejection, unless the key already has an outcome.
   *
   * @return the outcome that stands: this rejection, or the one that came first
   */
  public StoredOutcome recordRejection(CommandKey key, String rejectionJson) {
    return record(key, true, rejectionJson).outcome();
  }

  /**
   * Records the result of a command that was done without any event, unless the key already has an
   * outcome: no append was there to refuse a second use of the key.
   */
  public Standing recordWithoutEvents(CommandKey key, String resultJson) {
    return record(key, false, resultJson);
  }

  /**
   * What stands under a key.
   *
   * @param first whether it was recorded just now, rather than found
   */
  public record Standing(StoredOutcome outcome, boolean first) {}

  private Standing record(CommandKey key, boolean rejected, String json) {
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

  static StoredOutcome read(ResultSet row) throws SQLException {
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
