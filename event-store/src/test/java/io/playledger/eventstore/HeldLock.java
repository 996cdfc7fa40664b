package io.playledger.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Holds the append lock as another node in mid-batch would, so that the writer waits. */
public final class HeldLock implements AutoCloseable {
  private final Connection connection;

  public HeldLock(TestLog log) throws SQLException {
    connection = log.plain().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_advisory_lock(%d)".formatted(new SchemaName(TestLog.SCHEMA).lockKey()));
    }
  }

  /** Ends the session and with it the lock. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
