package io.playledger.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Keeps the writer waiting, as a slow disk would: what is sent meanwhile is queued. */
final class HeldWriter implements AutoCloseable {

  private final Connection connection;

  HeldWriter(DataSource database) throws SQLException {
    connection = database.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE event_store.chain IN EXCLUSIVE MODE");
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
