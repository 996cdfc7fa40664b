package io.playledger.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The connection data of one database.
 *
 * @param name of the database
 * @param jdbcUrl {@code jdbc:postgresql://127.0.0.1:port/name}
 * @param user a superuser of that server
 * @param password of the user; secret
 */
public record PostgresDatabase(String name, String jdbcUrl, String user, String password) {

  /** Timeout for a server that accepts a connection but does not answer. */
  private static final int LOGIN_SECONDS_MAX = 10;

  /**
   * A data source that opens a new connection each time, for builds and tests. Use a pool for
   * higher loads.
   */
  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setLoginTimeout(LOGIN_SECONDS_MAX);
    source.setTcpKeepAlive(true);
    source.setUrl(jdbcUrl);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** Opens a new connection. */
  public Connection connect() throws SQLException {
    return dataSource().getConnection();
  }

  /** Does not contain the password. */
  @Override
  public String toString() {
    return "PostgresDatabase[" + jdbcUrl + ", user=" + user + "]";
  }
}
