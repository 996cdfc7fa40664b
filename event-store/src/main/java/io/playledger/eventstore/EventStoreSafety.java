package io.playledger.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Refuses a database that acknowledges writes before they are durable, and compares its clock with
 * that of the node.
 */
public final class EventStoreSafety {
  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private EventStoreSafety() {}

  /**
   * @throws UnsafeDatabaseException naming the setting and what to do
   */
  public static void check(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : MUST_BE_ON) {
        check(setting, show(statement, setting));
      }
    } catch (SQLException e) {
      throw new EventStoreException(
          "The database's settings could not be read: " + e.getMessage(), e);
    }
  }

  /**
   * How far this clock is at least ahead of the database's; negative if it is behind. Zero if the
   * database's time lies between the question and its answer, however long that took.
   */
  public static Duration ahead(DataSource dataSource, Clock clock) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      Instant asked = clock.instant();
      try (ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
        row.next();
        Instant there = row.getObject(1, OffsetDateTime.class).toInstant();
        Instant answered = clock.instant();
        if (there.isBefore(asked)) {
          return Duration.between(there, asked);
        }
        return there.isAfter(answered) ? Duration.between(there, answered) : Duration.ZERO;
      }
    } catch (SQLException e) {
      throw new EventStoreException("The database's time could not be read: " + e.getMessage(), e);
    }
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }

  static void check(String setting, String value) {
    // synchronous_commit = remote_apply does all that "on" does, and more
    if (value.equals("on") || value.equals("remote_apply")) {
      return;
    }
    throw new UnsafeDatabaseException(
        setting,
        ("PostgreSQL runs with %s = %s, so acknowledged events can be lost in a crash. Set %s = on"
                + " in postgresql.conf (or ALTER SYSTEM SET %s = on; SELECT pg_reload_conf();),"
                + " and see that neither the role nor the database nor the connection's options"
                + " override it.")
            .formatted(setting, value, setting, setting));
  }
}
