package io.playledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.postgres.PostgresSupervisor.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresSupervisorIT {

  private static final RestartPolicy QUICK =
      new RestartPolicy(2, Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMinutes(1));

  @TempDir private Path folder;

  private PostgresServer server;
  private PostgresDatabase database;

  @BeforeEach
  void start() throws SQLException {
    server = PostgresServer.start(PostgresSettings.in(InitialisedFolder.copyInto(folder)));
    database = server.database("postgres");
    execute("CREATE TABLE kept (word text)");
    execute("INSERT INTO kept VALUES ('durable')");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void killedPostmasterIsRestartedOnItsPort() throws Exception {
    long killed = server.pid();
    try (PostgresSupervisor supervisor =
        PostgresSupervisor.watch(server, RestartPolicy.defaults())) {
      killPostmaster();
      awaitRestarts(supervisor, 1);

      assertThat(server.pid()).isNotEqualTo(killed);
      assertThat(PostgresServer.postmasterOn(folder).orElseThrow().pid()).isEqualTo(server.pid());
      // by the address of before
      assertThat(query("SELECT word FROM kept")).isEqualTo("durable");
      assertThat(query("SHOW fsync")).isEqualTo("on");

      killPostmaster();
      awaitRestarts(supervisor, 2);
      assertThat(query("SELECT word FROM kept")).isEqualTo("durable");
    }
  }

  /** It does not look whether its postmaster lives, and would keep the next one from starting. */
  @Test
  void restartIsNotDelayedByARunningStatement() throws Exception {
    CompletableFuture<SQLException> busy = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                query(
                    "SELECT sum(a * b) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b");
                busy.complete(null);
              } catch (SQLException cut) {
                busy.complete(cut);
              }
            });
    await()
        .until(
            () ->
                query(
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT sum%' AND state = 'active'")
                    .equals("1"));
    try (PostgresSupervisor supervisor = PostgresSupervisor.watch(server, QUICK)) {
      killPostmaster();
      awaitRestarts(supervisor, 1);
      SQLException cut = busy.get();
      assertThat(cut.getMessage()).isNotBlank();
      assertThat(query("SELECT word FROM kept")).isEqualTo("durable");
    }
  }

  @Test
  void deathOfABackendIsLeftToPostgresql() throws Exception {
    long postmaster = server.pid();
    try (PostgresSupervisor supervisor = PostgresSupervisor.watch(server, QUICK);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      ResultSet row = statement.executeQuery("SELECT pg_backend_pid()");
      row.next();
      ProcessHandle.of(row.getLong(1)).orElseThrow().destroyForcibly();

      await().ignoreExceptions().until(() -> query("SELECT word FROM kept").equals("durable"));
      assertThat(server.pid()).isEqualTo(postmaster);
      assertThat(supervisor.status().restarts()).isZero();
      assertThat(supervisor.status().state()).isEqualTo(State.RUNNING);
    }
  }

  @Test
  void supervisorGivesUpAfterItsAttemptsAndSaysWhy() throws Exception {
    try (PostgresSupervisor supervisor = PostgresSupervisor.watch(server, QUICK)) {
      Files.writeString(settings(), "made_up = on\n", StandardOpenOption.APPEND);
      killPostmaster();
      await().until(() -> supervisor.status().state() == State.GIVEN_UP);
      assertThat(supervisor.status().restarts()).isZero();
      assertThat(supervisor.status().failure().orElse("")).contains("made_up");
    }
  }

  @Test
  void supervisorRetriesUntilTheObstacleIsGone() throws Exception {
    RestartPolicy patient =
        new RestartPolicy(
            1_000, Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMinutes(1));
    try (PostgresSupervisor supervisor = PostgresSupervisor.watch(server, patient)) {
      String mended = Files.readString(settings());
      Files.writeString(settings(), "made_up = on\n", StandardOpenOption.APPEND);
      killPostmaster();
      await().until(() -> supervisor.status().failure().isPresent());
      assertThat(supervisor.status().state()).isEqualTo(State.RESTARTING);
      Files.writeString(settings(), mended);
      awaitRestarts(supervisor, 1);
      assertThat(supervisor.status().failure()).isEmpty();
      assertThat(query("SELECT word FROM kept")).isEqualTo("durable");
    }
  }

  @Test
  void closedSupervisorDoesNotRestartAPostmaster() throws Exception {
    PostgresSupervisor supervisor = PostgresSupervisor.watch(server, QUICK);
    supervisor.close();
    killPostmaster();
    server.close();
    assertThat(supervisor.status().restarts()).isZero();
    assertThat(Postmaster.of(folder.resolve("data"))).isEmpty();
  }

  private void killPostmaster() {
    ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
    await().until(() -> !server.isRunning());
  }

  private static void awaitRestarts(PostgresSupervisor supervisor, long restarts) {
    await().atMost(Duration.ofSeconds(60)).until(() -> supervisor.status().restarts() == restarts);
  }

  private Path settings() {
    return folder.resolve("data").resolve("postgresql.conf");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
