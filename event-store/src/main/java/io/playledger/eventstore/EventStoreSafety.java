package io.playledger.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Refuses a database that acknowledges writes before they are durable. */
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
