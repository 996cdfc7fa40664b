package io.playledger.benchmarks;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Under what the figures came about: without it they mean nothing.
 *
 * @param lines for the reader
 * @param commit short, with {@code +} behind it where files differ from it
 */
record Conditions(List<String> lines, String commit) {

  private static final List<String> DURABILITY =
      List.of("server_version", "fsync", "synchronous_commit", "full_page_writes");

  static Conditions read(BenchmarkSettings settings) throws SQLException {
    String commit = currentCommit();
    List<String> lines = new ArrayList<>();
    lines.add(
        "machine: %s %s, %d cores, %d MiB memory"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                memoryBytes() >> 20));
    lines.add(
        "JDK: %s, heap at most %d MiB"
            .formatted(Runtime.version(), Runtime.getRuntime().maxMemory() >> 20));
    lines.add("PostgreSQL: " + postgres());
    lines.add(
        "commit: %s, seed: %d, runs: %d%s"
            .formatted(
                commit,
                settings.seed(),
                settings.runs(),
                settings.smoke() ? ", SMOKE: figures are worth nothing" : ""));
    return new Conditions(lines, commit);
  }

  /** The server that benchmarks in process use; server processes refuse less durable ones. */
  private static String postgres() throws SQLException {
    PostgresDatabase database = TemporaryPostgres.durable().server().database("postgres");
    List<String> shown = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String setting : DURABILITY) {
        try (ResultSet value = statement.executeQuery("SHOW " + setting)) {
          value.next();
          shown.add(setting + " " + value.getString(1));
        }
      }
    }
    return String.join(", ", shown);
  }

  private static long memoryBytes() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }

  private static String currentCommit() {
    String hash = git("rev-parse", "--short", "HEAD");
    return hash.isEmpty() ? "unknown" : hash + (git("status", "--porcelain").isEmpty() ? "" : "+");
  }

  private static String git(String... words) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      byte[] said = process.getInputStream().readAllBytes();
      return process.waitFor() == 0 ? new String(said, StandardCharsets.UTF_8).strip() : "";
    } catch (IOException noGit) {
      return "";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
