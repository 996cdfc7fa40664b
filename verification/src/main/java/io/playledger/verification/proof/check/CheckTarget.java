package io.playledger.verification.proof.check;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.PostgresServer;
import io.playledger.postgres.PostgresSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database to check: that of a running server, or the embedded one of a stopped server, which
 * is then started for the time of the check.
 */
public final class CheckTarget implements AutoCloseable {

  private static final String DATABASE = "playledger";

  /** As many as a server's own start would allow, so that the two adopt each other's PostgreSQL. */
  private static final int CONNECTIONS_MAX = 72;

  private final PostgresDatabase database;
  private final Path dataFolder;
  private final @Nullable PostgresServer own;

  private CheckTarget(PostgresDatabase database, Path dataFolder, @Nullable PostgresServer own) {
    this.database = database;
    this.dataFolder = dataFolder;
    this.own = own;
  }

  /**
   * A database that is up.
   *
   * @param dataFolder has the master key, unless that is in the environment
   */
  public static CheckTarget of(PostgresDatabase database, Path dataFolder) {
    return new CheckTarget(database, dataFolder, null);
  }

  /**
   * The embedded database of a data folder, whether its server runs or not.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static CheckTarget in(Path dataFolder) {
    Path folder = dataFolder.resolve("postgres");
    if (!Files.isDirectory(folder.resolve("data"))) {
      throw new IllegalArgumentException("No server has kept its data in " + dataFolder);
    }
    Optional<PostgresDatabase> running = PostgresServer.inUse(folder, DATABASE);
    if (running.isPresent()) {
      return of(running.get(), dataFolder);
    }
    PostgresServer server =
        PostgresServer.start(PostgresSettings.in(folder).withConnectionsMax(CONNECTIONS_MAX));
    return new CheckTarget(server.database(DATABASE), dataFolder, server);
  }

  PostgresDatabase database() {
    return database;
  }

  Path dataFolder() {
    return dataFolder;
  }

  /** Whether some server of the platform is connected to the database. */
  boolean serverRuns() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT EXISTS (SELECT 1 FROM pg_stat_activity
                  WHERE datname = current_database() AND application_name = 'playledger')
                """)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
