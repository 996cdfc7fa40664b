package io.playledger.eventstore.read;

import io.playledger.eventstore.SchemaName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * How long the events behind a position have been waiting, by the database's clock. It costs one
 * look-up in the index of the chain, whose rows have the time when a batch was stored or, with Axon
 * Server, copied.
 */
public final class Backlog {
  private final DataSource dataSource;
  private final String age;

  /**
   * @param schema schema of the event store's tables
   */
  public Backlog(DataSource dataSource, String schema) {
    this.dataSource = dataSource;
    this.age =
        ("SELECT extract(epoch FROM clock_timestamp() - stored_at) * 1000 FROM %s"
                + " WHERE last_position > ? ORDER BY last_position LIMIT 1")
            .formatted(new SchemaName(schema).table("chain"));
  }

  /** Milliseconds since the first event behind this position was stored; 0 if there is none. */
  public long ageMillis(long position) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(age)) {
      statement.setLong(1, position);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Math.max(0, row.getBigDecimal(1).longValue()) : 0;
      }
    } catch (SQLException e) {
      throw new EventStoreException("The event log could not be read: " + e.getMessage(), e);
    }
  }
}
