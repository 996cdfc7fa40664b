package io.playledger.benchmarks.replay;

import io.playledger.benchmarks.Benchmark;
import io.playledger.benchmarks.BenchmarkResult;
import io.playledger.benchmarks.BenchmarkSettings;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.PostgresServer;
import io.playledger.postgres.PostgresSettings;
import io.playledger.verification.server.ServerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a server takes from the start of its process, with the options of {@code ./playledger
 * serve}, until it says that it is up and answers a request, on a data folder with a million events
 * in the log. The processors' tokens stand at its end, as after a day's work; the read tables are
 * empty, since a start reads none.
 */
public final class StartupBenchmark implements Benchmark {

  private static final long EVENTS = 1_000_000;
  private static final long SMOKE_EVENTS = 5_000;
  private static final int WALLETS = 2_000;
  private static final int SMOKE_WALLETS = 100;

  /** Tokens of the projections, as if they had handled the whole log. */
  private static final String SEEN_ALL =
      """
      UPDATE axon.token_entry SET token = jsonb_set(token::jsonb, '{globalIndex}', to_jsonb(
        (SELECT max(last_position) FROM event_store.chain)))::text
      """;

  private @Nullable Path data;

  @Override
  public String name() {
    return "startup";
  }

  /** The data folder is filled before the first run and serves all. */
  @Override
  public List<BenchmarkResult> run(BenchmarkSettings settings) throws Exception {
    List<String> command = ServerCommand.launcherOrClassPath();
    long events = settings.smoke() ? SMOKE_EVENTS : EVENTS;
    if (data == null) {
      data = Files.createTempDirectory("playledger-startup");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data)));
      fill(command, settings.seed(), events, settings.smoke() ? SMOKE_WALLETS : WALLETS);
    }
    try (StartedServer server = new StartedServer(command, data)) {
      double millis = server.secondsToUse() * 1_000;
      return List.of(
          new BenchmarkResult(
                  name(), Double.NaN, millis, millis, millis, Optional.empty(), Map.of())
              .with("events in the log", events)
              .with("RSS MiB", server.residentMebibytes()));
    }
  }

  /** A first start makes schemas and tokens; the log is then written beside a stopped server. */
  private void fill(List<String> command, long seed, long events, int wallets)
      throws IOException, SQLException {
    new StartedServer(command, data).close();
    try (PostgresServer server =
        PostgresServer.start(PostgresSettings.in(data.resolve("postgres")))) {
      PostgresDatabase database = server.databaseCreatedIfMissing("playledger");
      FilledLog.fill(database.dataSource(), seed, events, wallets);
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("VACUUM (ANALYZE) event_store.events");
        statement.executeUpdate(SEEN_ALL);
      }
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      System.err.println("cannot clear " + folder + ": " + e.getMessage());
    }
  }
}
