package io.playledger.verification.marketday;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.verification.day.DaySize;
import io.playledger.verification.server.ServerCommand;
import io.playledger.verification.server.ServerFolder.Admin;
import io.playledger.verification.server.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Small market days against the real server in a process of its own, on a real PostgreSQL. */
@TestMethodOrder(OrderAnnotation.class)
class MarketDayIT {

  private static final DaySize SMALL = new DaySize(20, 20, 40, 6);
  private static final DaySize TINY = new DaySize(8, 8, 14, 3);

  @TempDir static Path data;

  private static PostgresDatabase database;
  private static ServerProcess server;
  private static Admin admin;

  @BeforeAll
  static void boot() {
    database = TemporaryPostgres.durable().newDatabase();
    server = ServerProcess.on(data, command(), System.err);
    admin = server.startWithAdmin();
  }

  private static List<String> command() {
    List<String> command =
        new ArrayList<>(ServerCommand.launcherOrClassPathOn(data, ServerCommand.shortRun(6, 4, 6)));
    command.add("--playledger.database-url=" + database.jdbcUrl());
    command.add("--playledger.database-user=" + database.user());
    command.add("--playledger.database-password=" + database.password());
    return command;
  }

  @AfterAll
  static void end() {
    if (server != null) {
      server.stop();
    }
  }

  private record Played(boolean clean, String report) {}

  private static Played play(String run, DaySize size, Runnable halfway) {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    MarketDaySettings settings =
        new MarketDaySettings(server.url(), 11, run, admin.email(), admin.password(), size, 16);
    boolean clean =
        new MarketDay(settings, new PrintStream(report, true, StandardCharsets.UTF_8), System.err)
            .play(halfway, List.of());
    return new Played(clean, report.toString(StandardCharsets.UTF_8));
  }

  @Test
  @Order(1)
  void smallDayIsClean() {
    Played day = play("first", SMALL, () -> {});
    assertThat(day.clean()).as(day.report()).isTrue();
    assertThat(day.report()).endsWith("VERDICT: clean\n");
  }

  @Test
  @Order(2)
  @Tag("proof")
  void repeatedRunGetsTheFirstAnswers() {
    Played day = play("first", SMALL, () -> {});
    assertThat(day.clean()).as(day.report()).isTrue();
    assertThat(day.report()).contains("the run was played before");
  }

  @Test
  @Order(3)
  void dayWithAKilledServerIsClean() {
    Played day =
        play(
            "crash",
            TINY,
            () -> {
              server.kill();
              server.start();
            });
    assertThat(day.clean()).as(day.report()).isTrue();
    assertThat(day.report()).contains("CONNECTION_LOST");
  }

  /** The negative control: a report that could not find this would prove nothing. */
  @Test
  @Order(4)
  void oneUnitTooManyInABalanceIsFound() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      String table = schema(statement) + ".account_balance";
      int rows =
          statement.executeUpdate(
              "UPDATE "
                  + table
                  + " SET posted = posted + 1 WHERE (account, asset) IN (SELECT"
                  + " account, asset FROM "
                  + table
                  + " WHERE account LIKE 'wallet:%' LIMIT 1)");
      assertThat(rows).isEqualTo(1);
    }
    Played day = play("planted", TINY, () -> {});
    assertThat(day.clean()).isFalse();
    assertThat(day.report()).contains("trial balance not zero").contains("replay differs");
    assertThat(day.report().lines().reduce((first, second) -> second).orElse(""))
        .startsWith("VERDICT: NOT CLEAN: ");
  }

  private static String schema(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery(
            "SELECT table_schema FROM information_schema.tables WHERE table_name ="
                + " 'account_balance' ORDER BY table_schema")) {
      assertThat(found.next()).isTrue();
      return found.getString(1);
    }
  }
}
