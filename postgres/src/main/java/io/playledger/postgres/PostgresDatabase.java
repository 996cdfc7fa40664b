package io.playledger.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where one database is and how to enter it.
 *
 * @param name of the database
 * @param jdbcUrl {@code jdbc:postgresql://127.0.0.1:port/name}
 * @param user a superuser of that server
 * @param password of the user; secret
 */
public record PostgresDatabase(String name, String jdbcUrl, String user, String password) {

  /** A server that takes a connection and then says nothing is not waited for longer. */
  private static final int LOGIN_SECONDS_MAX = 10;

  /** A new connection each time it is asked: for builds and tests. Pool it for anything busy. */
  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setLoginTimeout(LOGIN_SECONDS_MAX);
    source.setTcpKeepAlive(true);
    source.setUrl(jdbcUrl);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** Opens a connection of one's own. */
  public Connection connect() throws SQLException {
    return dataSource().getConnection();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "PostgresDatabase[" + jdbcUrl + ", user=" + user + "]";
  }
}
