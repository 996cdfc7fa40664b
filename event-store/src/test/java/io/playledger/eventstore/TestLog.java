package io.playledger.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** A fresh event log on a real, durable PostgreSQL; the only class that knows where it runs. */
public final class TestLog implements AutoCloseable {
  public static final String SCHEMA = "event_store";
  public static final Serializer SERIALIZER = Jackson3Serializer.builder().build();

  private static final Queue<PostgresDatabase> FREE = new ConcurrentLinkedQueue<>();

  private final PostgresDatabase database;
  private final boolean shared;
  private final HikariDataSource pool;
  private final List<PostgresEventStorageEngine> engines = new ArrayList<>();

  private TestLog(PostgresDatabase database, boolean shared) {
    this.database = database;
    this.shared = shared;
    HikariConfig config = new HikariConfig();
    config.setDataSource(database.dataSource());
    config.setMaximumPoolSize(10);
    config.setMinimumIdle(0);
    this.pool = new HikariDataSource(config);
  }

  /** An empty log in a database of its own while it is open; closed ones are used again. */
  public static TestLog fresh() {
    PostgresDatabase database = FREE.poll();
    if (database == null) {
      database = TemporaryPostgres.durable().newDatabase();
    }
    return migrated(database, true);
  }

  public static TestLog on(PostgresDatabase database) {
    return migrated(database, false);
  }

  private static TestLog migrated(PostgresDatabase database, boolean shared) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
      statement.execute("DROP SCHEMA IF EXISTS %1$s CASCADE; CREATE SCHEMA %1$s".formatted(SCHEMA));
      statement.execute("SET search_path = " + SCHEMA);
      statement.execute(script("/db/event-store/V001__event_log.sql"));
      statement.execute(script("/db/event-store/V003__forgotten_outcomes.sql"));
    } catch (SQLException e) {
      throw new IllegalStateException("The test log could not be made", e);
    }
    return new TestLog(database, shared);
  }

  private static String script(String resource) {
    try (InputStream in = TestLog.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public HikariDataSource pool() {
    return pool;
  }

  /** Connections of their own, outside the pool. */
  public DataSource plain() {
    return database.dataSource();
  }

  public PostgresEventStorageEngine engine() {
    return engine(builder -> builder);
  }

  /** A further engine on this log, as another node would have. */
  public PostgresEventStorageEngine engine(
      UnaryOperator<PostgresEventStorageEngine.Builder> settings) {
    PostgresEventStorageEngine engine =
        settings
            .apply(
                PostgresEventStorageEngine.builder()
                    .dataSource(pool)
                    .writerDataSource(database.dataSource())
                    .schema(SCHEMA)
                    .eventSerializer(SERIALIZER)
                    .snapshotSerializer(SERIALIZER))
            .build();
    engines.add(engine);
    return engine;
  }

  public CommandOutcomes outcomes() {
    return new PostgresCommandOutcomes(pool, SCHEMA);
  }

  public void execute(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** When it is found that nothing more can be written. */
  public enum Moment {
    INSERT,
    COMMIT
  }

  /** From here on every append fails as on a full disk. */
  public void fillDisk(Moment moment) {
    execute(
        """
        CREATE OR REPLACE FUNCTION event_store.disk_full() RETURNS trigger LANGUAGE plpgsql AS
          $$BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END$$
        """);
    execute(
        switch (moment) {
          case INSERT ->
              "CREATE TRIGGER disk_full BEFORE INSERT ON event_store.chain"
                  + " EXECUTE FUNCTION event_store.disk_full()";
          case COMMIT ->
              "CREATE CONSTRAINT TRIGGER disk_full AFTER INSERT ON event_store.chain"
                  + " DEFERRABLE INITIALLY DEFERRED"
                  + " FOR EACH ROW EXECUTE FUNCTION event_store.disk_full()";
        });
  }

  public void emptyDisk() {
    execute("DROP TRIGGER disk_full ON event_store.chain");
  }

  public long number(String sql) {
    return number(database.dataSource(), sql);
  }

  public long numberFromPool(String sql) {
    return number(pool, sql);
  }

  private static long number(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** Positions are 1 to n, each once. */
  public boolean isGapless() {
    return number(
            """
            SELECT count(*) FROM (SELECT position, row_number() OVER (ORDER BY position) AS n
              FROM event_store.events) AS e WHERE position <> n
            """)
        == 0;
  }

  @Override
  public void close() {
    engines.forEach(PostgresEventStorageEngine::close);
    pool.close();
    if (shared) {
      FREE.add(database);
    }
  }
}
