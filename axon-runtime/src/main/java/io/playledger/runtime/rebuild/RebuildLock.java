package io.playledger.runtime.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The lock of a running rebuild of a projection, with the connection that holds it: it ends with
 * the process or the connection.
 */
record RebuildLock(Connection connection, String projection) implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(RebuildLock.class);
  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int ENDING_MILLIS_MAX = 2_000;

  /**
   * Acquires the lock at once.
   *
   * @throws RebuildRefusedException if it is held
   */
  static RebuildLock take(DataSource dataSource, String projection) {
    return take(dataSource, projection, 1);
  }

  /** The same, waiting a moment for a rebuild that has just ended. */
  static RebuildLock await(DataSource dataSource, String projection) {
    return take(dataSource, projection, ENDING_MILLIS_MAX);
  }

  private static RebuildLock take(DataSource dataSource, String projection, int waitMillisMax) {
    try {
      Connection connection = dataSource.getConnection();
      try {
        lock(connection, key(projection), waitMillisMax);
        return new RebuildLock(connection, projection);
      } catch (SQLException e) {
        connection.close();
        if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
          throw RebuildRefusedException.runningAlready(projection);
        }
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot look for rebuilds", e);
    }
  }

  private static void lock(Connection connection, String key, int waitMillisMax)
      throws SQLException {
    connection.setAutoCommit(true);
    try (Statement settings = connection.createStatement();
        PreparedStatement lock =
            connection.prepareStatement("SELECT pg_advisory_lock(hashtextextended(?, 0))")) {
      settings.execute("SET lock_timeout = " + waitMillisMax);
      try {
        lock.setString(1, key);
        lock.execute();
      } finally {
        settings.execute("RESET lock_timeout");
      }
    }
  }

  private static String key(String projection) {
    return "rebuild:" + projection;
  }

  JdbcTemplate jdbc() {
    return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
  }

  /** Releases the lock. */
  @Override
  public void close() {
    try (connection) {
      if (!connection.isClosed()) {
        jdbc().queryForList("SELECT pg_advisory_unlock(hashtextextended(?, 0))", key(projection));
      }
    } catch (SQLException | RuntimeException e) {
      logger.debug("The lock went with its connection", e);
    }
  }
}
