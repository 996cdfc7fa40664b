package io.playledger.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * The home of a database's log: the database itself, or another place with a copy in the database.
 * It is recorded with the log, so that no server takes a copy for the log and writes to it.
 */
public final class LogHome {

  private final DataSource dataSource;
  private final String read;
  private final String claim;
  private final String change;

  /**
   * @param schema schema of the event store's tables
   */
  public LogHome(DataSource dataSource, String schema) {
    SchemaName name = new SchemaName(schema);
    String home = name.table("log_home");
    String events = name.table("events");
    this.dataSource = dataSource;
    this.read = "SELECT home FROM " + home;
    // events that nobody claimed are of a time when there was no other home
    this.claim =
        """
        INSERT INTO %s (home, since)
        SELECT CASE WHEN EXISTS (SELECT FROM %s) THEN 'postgres' ELSE ? END, clock_timestamp()
        ON CONFLICT DO NOTHING
        """
            .formatted(home, events);
    this.change = "UPDATE %s SET home = ?, since = clock_timestamp()".formatted(home);
  }

  /** The recorded home; an empty log is claimed for {@code wanted}. */
  public String claim(String wanted) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement claiming = connection.prepareStatement(claim);
        PreparedStatement reading = connection.prepareStatement(read)) {
      claiming.setString(1, wanted);
      claiming.executeUpdate();
      try (ResultSet row = reading.executeQuery()) {
        if (!row.next()) {
          throw new EventStoreException("Nobody wrote down where the log lives");
        }
        return row.getString("home");
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Records another home. */
  public void change(String home) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(change)) {
      statement.setString(1, home);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static EventStoreException failure(SQLException cause) {
    return new EventStoreException(
        "The home of the log could not be read or written: " + cause.getMessage(), cause);
  }
}
