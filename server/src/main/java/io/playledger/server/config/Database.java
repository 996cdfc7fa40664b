package io.playledger.server.config;

import com.zaxxer.hikari.HikariConfig;
import io.playledger.access.StartRefusedException;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.PostgresServer;
import io.playledger.postgres.PostgresSettings;
import io.playledger.postgres.PostgresSupervisor;
import io.playledger.postgres.RestartPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL in use: the embedded one or an external one. */
public final class Database implements AutoCloseable {

  private static final String NAME = "playledger";

  /**
   * Connections in addition to the pool: the event store's writers and listeners, and an operator.
   */
  private static final int CONNECTIONS_BESIDE_POOL = 24;

  private static final Pattern URI = Pattern.compile("(?:jdbc:)?postgres(?:ql)?://(.*)");
  private static final Pattern LOGIN = Pattern.compile("([^:@/]*)(?::([^@/]*))?@(.*)");

  /** How long PostgreSQL can be silent beyond the statement timeout. */
  private static final long SILENCE_SECONDS_MAX = 5;

  /** A start recovers everything written since the last checkpoint. */
  private static final Duration RECOVERY_MAX = Duration.ofMinutes(10);

  private final @Nullable PostgresServer server;
  private final PostgresDatabase address;
  private final @Nullable PostgresSupervisor supervisor;

  private Database(@Nullable PostgresServer server, PostgresDatabase address) {
    this.server = server;
    this.address = address;
    this.supervisor =
        server == null ? null : PostgresSupervisor.watch(server, RestartPolicy.defaults());
  }

  static Database open(DatabaseSettings settings) {
    if (!settings.embedded()) {
      return new Database(null, foreign(settings));
    }
    PostgresServer server =
        PostgresServer.start(
            PostgresSettings.in(settings.dataFolder().resolve("postgres"))
                .withConnectionsMax(settings.poolConnectionsMax() + CONNECTIONS_BESIDE_POOL)
                .withStartTimeout(RECOVERY_MAX));
    try {
      return new Database(server, server.databaseCreatedIfMissing(NAME));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** The connection data. */
  public PostgresDatabase address() {
    return address;
  }

  /** A description for operators. */
  public String describe() {
    return server == null
        ? address.jdbcUrl()
        : address.jdbcUrl()
            + " (embedded, process "
            + server.pid()
            + (server.adopted() ? ", adopted)" : ")");
  }

  /** The state of the embedded PostgreSQL; empty for an external one. */
  public Optional<PostgresSupervisor.Status> embedded() {
    return Optional.ofNullable(supervisor).map(PostgresSupervisor::status);
  }

  @Override
  public void close() {
    if (server != null) {
      supervisor.close();
      server.close();
    }
  }

  HikariConfig poolSettings(DatabaseSettings settings) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(NAME);
    pool.setJdbcUrl(address.jdbcUrl());
    pool.setUsername(address.user());
    pool.setPassword(address.password());
    pool.setMaximumPoolSize(settings.poolConnectionsMax());
    pool.setMinimumIdle(Math.min(8, settings.poolConnectionsMax()));
    pool.setConnectionTimeout(settings.poolWaitMillisMax());
    pool.setConnectionInitSql(
        "SET search_path = read_model, public; SET statement_timeout = "
            + settings.statementMillisMax());
    // the server ends a statement that takes too long; one that says nothing at all is given up
    // here
    long silenceSeconds =
        TimeUnit.MILLISECONDS.toSeconds(settings.statementMillisMax()) + SILENCE_SECONDS_MAX;
    // as text, because the driver ignores numbers
    pool.addDataSourceProperty("socketTimeout", Long.toString(silenceSeconds));
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("ApplicationName", NAME);
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    // an error of a statement quotes its row, which can contain personal texts
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    return pool;
  }

  private static PostgresDatabase foreign(DatabaseSettings settings) {
    Matcher uri = URI.matcher(settings.databaseUrl().strip());
    if (!uri.matches()) {
      throw new StartRefusedException(
          "PLAYLEDGER_DATABASE_URL must be jdbc:postgresql://host:port/database");
    }
    Matcher login = LOGIN.matcher(uri.group(1));
    boolean inUrl = login.matches();
    String place = inUrl ? login.group(3) : uri.group(1);
    String user = chosen(settings.databaseUser(), inUrl ? login.group(1) : "");
    String password = chosen(settings.databasePassword(), inUrl ? login.group(2) : "");
    if (user.isBlank()) {
      throw new StartRefusedException("PLAYLEDGER_DATABASE_USER is missing");
    }
    String name = place.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    return new PostgresDatabase(name, "jdbc:postgresql://" + place, user, password);
  }

  private static String chosen(String setting, @Nullable String otherwise) {
    if (!setting.isBlank()) {
      return setting;
    }
    return otherwise == null ? "" : otherwise;
  }
}
