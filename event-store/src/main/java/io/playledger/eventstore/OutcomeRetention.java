package io.playledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Deletes old first answers, so that their table does not grow forever. A command that is repeated
 * after its answer was deleted is a new command.
 */
public final class OutcomeRetention {
  private final DataSource dataSource;
  private final String keptScopePrefix;
  private final String say;
  private final String delete;

  /**
   * @param schema schema of the event store's tables
   * @param keptScopePrefix prefix of scopes whose answers are never deleted
   */
  public OutcomeRetention(DataSource dataSource, String schema, String keptScopePrefix) {
    SchemaName name = new SchemaName(schema);
    this.dataSource = dataSource;
    this.keptScopePrefix = keptScopePrefix;
    this.say =
        """
        INSERT INTO %1$s AS said (stored_before) VALUES (?)
        ON CONFLICT (singleton) DO UPDATE
          SET stored_before = greatest(said.stored_before, excluded.stored_before)
        """
            .formatted(name.table("outcomes_forgotten"));
    this.delete =
        """
        DELETE FROM %1$s WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM %1$s WHERE stored_at < ? AND NOT starts_with(scope, ?) LIMIT ?))
        """
            .formatted(name.table("command_outcomes"));
  }

  /**
   * The time before which answers are older than this, by the clock of the database that stored
   * them: a node whose clock is ahead must not delete what others still answer from.
   */
  public Instant before(Duration age) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement now =
            connection.prepareStatement("SELECT clock_timestamp() - make_interval(secs => ?)")) {
      now.setDouble(1, age.toMillis() / 1e3);
      try (ResultSet row = now.executeQuery()) {
        row.next();
        return row.getObject(1, OffsetDateTime.class).toInstant();
      }
    } catch (SQLException e) {
      throw new EventStoreException("The database's time could not be read: " + e.getMessage(), e);
    }
  }

  /**
   * Deletes some answers that were stored before this time.
   *
   * @param rowsMax greatest number of rows, in one short transaction
   * @return number of deleted rows; fewer than {@code rowsMax} if none is left
   */
  public int forget(Instant before, int rowsMax) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement saying = connection.prepareStatement(say);
          PreparedStatement deletion = connection.prepareStatement(delete)) {
        deletion.setObject(1, before.atOffset(ZoneOffset.UTC));
        deletion.setString(2, keptScopePrefix);
        deletion.setInt(3, rowsMax);
        int forgotten = deletion.executeUpdate();
        if (forgotten > 0) {
          saying.setObject(1, before.atOffset(ZoneOffset.UTC));
          saying.executeUpdate();
        }
        connection.commit();
        return forgotten;
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new EventStoreException(
          "Old command outcomes could not be forgotten: " + e.getMessage(), e);
    }
  }
}
