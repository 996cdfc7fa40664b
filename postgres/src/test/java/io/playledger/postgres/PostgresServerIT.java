package io.playledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

  @TempDir private Path folder;

  @Test
  void serverKeepsDataAndPasswordAcrossRestarts() throws Exception {
    InitialisedFolder.copyInto(folder);
    String password;
    try (PostgresServer server = PostgresServer.start(settings())) {
      PostgresDatabase database = server.databaseCreatedIfMissing("playledger");
      password = database.password();
      execute(database, "CREATE TABLE kept (word text)");
      execute(database, "INSERT INTO kept VALUES ('durable')");
    }
    try (PostgresServer server = PostgresServer.start(settings())) {
      PostgresDatabase database = server.databaseCreatedIfMissing("playledger");
      assertThat(server.adopted()).isFalse();
      assertThat(database.password()).isEqualTo(password);
      assertThat(query(database, "SELECT word FROM kept")).isEqualTo("durable");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("password"))))
        .isEqualTo("rw-------");
  }

  @Test
  void serverIsDurableAndRequiresItsPassword() throws Exception {
    try (PostgresServer server = PostgresServer.start(settings())) {
      PostgresDatabase database = server.database("postgres");
      assertThat(query(database, "SHOW fsync")).isEqualTo("on");
      assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(query(database, "SHOW full_page_writes")).isEqualTo("on");
      assertThat(query(database, "SHOW data_checksums")).isEqualTo("on");
      assertThat(query(database, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    }
  }

  @Test
  void serverHasTheExtensionsThatWeUse() throws Exception {
    PostgresDatabase database = TemporaryPostgres.relaxed().newDatabase();
    for (String extension : new String[] {"pg_trgm", "unaccent", "btree_gin"}) {
      execute(database, "CREATE EXTENSION " + extension);
    }
    assertThat(query(database, "SELECT similarity('swrod', 'sword') > 0.1")).isEqualTo("t");
    assertThat(query(database, "SELECT unaccent('Épée')")).isEqualTo("Epee");
  }

  @Test
  void folderOfAnotherLiveJvmIsRefused() throws Exception {
    InitialisedFolder.copyInto(folder);
    try (PostgresServer first = PostgresServer.start(settings())) {
      assertThatThrownBy(() -> PostgresServer.start(settings()))
          .isInstanceOf(PostgresException.class)
          .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
      assertThat(first.isRunning()).isTrue();
    }
  }

  @Test
  void dataOfAnotherMajorVersionIsRefused() throws Exception {
    InitialisedFolder.copyInto(folder);
    PostgresServer.start(settings()).close();
    Files.writeString(folder.resolve("data").resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(() -> PostgresServer.start(settings()))
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("PostgreSQL 17");
  }

  @Test
  void startWithDurabilitySwitchedOffIsRefused() {
    InitialisedFolder.copyInto(folder);
    assertThatThrownBy(() -> PostgresServer.start(settings().with("fsync", "off")))
        .isInstanceOf(PostgresException.class)
        .hasMessageContaining("fsync off");
    assertThat(Postmaster.of(folder.resolve("data"))).isEmpty();
  }

  @Test
  void serverIsRestartedIfItsSettingsDiffer() throws Exception {
    InitialisedFolder.copyInto(folder);
    PostgresServer.start(settings()).close();
    try (PostgresServer server = PostgresServer.start(settings().withConnectionsMax(50))) {
      assertThat(query(server.database("postgres"), "SHOW max_connections")).isEqualTo("50");
    }
  }

  @Test
  void unfinishedFirstStartIsStartedOver() throws Exception {
    Files.createDirectories(folder.resolve("data.unfinished").resolve("base"));
    try (PostgresServer server = PostgresServer.start(settings())) {
      assertThat(server.isRunning()).isTrue();
    }
    assertThat(folder.resolve("data.unfinished")).doesNotExist();
  }

  @Nested
  class AfterAKill {

    @Test
    void orphanedPostmasterIsAdoptedWithItsData() throws Exception {
      InitialisedFolder.copyInto(folder);
      OwningProcess.Started child = OwningProcess.start(folder);
      assertThatThrownBy(() -> PostgresServer.start(settings()))
          .hasMessageContaining("in use by process " + child.process().pid());
      child.process().destroyForcibly().waitFor();

      try (PostgresServer server = PostgresServer.start(settings())) {
        assertThat(server.adopted()).isTrue();
        assertThat(server.pid()).isEqualTo(child.postmasterPid());
        assertThat(query(server.database("postgres"), "SELECT word FROM kept"))
            .isEqualTo("durable");
      }
      await().until(() -> ProcessHandle.of(child.postmasterPid()).isEmpty());
    }

    @Test
    void orphanedPostmasterWithOtherSettingsIsReplaced() throws Exception {
      InitialisedFolder.copyInto(folder);
      OwningProcess.Started child = OwningProcess.start(folder);
      child.process().destroyForcibly().waitFor();

      try (PostgresServer server = PostgresServer.start(settings().withConnectionsMax(50))) {
        assertThat(server.adopted()).isFalse();
        assertThat(query(server.database("postgres"), "SELECT word FROM kept"))
            .isEqualTo("durable");
      }
    }

    @Test
    void serverRecoversIfThePostmasterWasKilledToo() throws Exception {
      InitialisedFolder.copyInto(folder);
      OwningProcess.Started child = OwningProcess.start(folder);
      child.process().destroyForcibly().waitFor();
      ProcessHandle postmaster = ProcessHandle.of(child.postmasterPid()).orElseThrow();
      postmaster.destroyForcibly();
      postmaster.onExit().get();

      try (PostgresServer server = PostgresServer.start(settings())) {
        assertThat(server.adopted()).isFalse();
        assertThat(query(server.database("postgres"), "SELECT word FROM kept"))
            .isEqualTo("durable");
      }
    }

    @Test
    void unrelatedProcessWithTheOldProcessIdIsNotKilled() throws Exception {
      InitialisedFolder.copyInto(folder);
      PostgresServer.start(settings()).close();
      Process stranger = new ProcessBuilder("sleep", "60").start();
      try {
        Files.writeString(
            Postmaster.pidFile(folder.resolve("data")),
            "%d\n%s\n1\n5999\n\n127.0.0.1\n1 1\nready\n"
                .formatted(stranger.pid(), folder.resolve("data")));
        try (PostgresServer server = PostgresServer.start(settings())) {
          assertThat(server.adopted()).isFalse();
          assertThat(server.isRunning()).isTrue();
        }
        assertThat(stranger.isAlive()).isTrue();
      } finally {
        stranger.destroyForcibly();
      }
    }
  }

  private PostgresSettings settings() {
    return PostgresSettings.in(folder);
  }

  private static void execute(PostgresDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(PostgresDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
