package io.playledger.verification.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.PostgresServer;
import io.playledger.postgres.PostgresSettings;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiClient;
import io.playledger.verification.http.RetryPolicy;
import io.playledger.verification.journal.Journal;
import io.playledger.verification.journal.JournalEntry;
import io.playledger.verification.journal.JournalEntry.CheckpointKept;
import io.playledger.verification.journal.JournalReader;
import io.playledger.verification.journal.JournalledClient;
import io.playledger.verification.measure.Latencies;
import io.playledger.verification.measure.Tally;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same data folder, first beside its server, then without one, then damaged. */
class CheckIT {

  @TempDir Path data;

  private record Checked(boolean clean, List<String> lines) {}

  private Checked check() throws SQLException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean clean =
        new CheckProgram(
                new String[] {
                  "--data",
                  data.toString(),
                  "--journal",
                  journals().toString(),
                  "--settle-seconds",
                  "40",
                  "--json"
                },
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8))
            .run();
    return new Checked(clean, out.toString(StandardCharsets.UTF_8).lines().toList());
  }

  private Path journals() {
    return data.resolve("journals");
  }

  private PostgresServer postgres() {
    return PostgresServer.start(
        PostgresSettings.in(data.resolve("postgres")).withConnectionsMax(72));
  }

  @Test
  void databaseIsFoundWithAndWithoutARunningServer() throws SQLException {
    try (PostgresServer postgres = postgres()) {
      PostgresDatabase database = postgres.databaseCreatedIfMissing("playledger");
      try (PlatformNode server = PlatformNode.active(database, data, List.of(), List.of())) {
        register(server);
        Checked beside = check();
        assertThat(beside.clean()).as(String.join("\n", beside.lines())).isTrue();
        assertThat(beside.lines()).contains("VERDICT: clean");
        assertThat(beside.lines()).last().asString().startsWith("{\"clean\":true");
      }
    }
    Checked stopped = check();
    assertThat(stopped.clean()).as(String.join("\n", stopped.lines())).isTrue();
    assertThat(checkpoints()).as("one of each clean check").hasSize(2);

    try (PostgresServer postgres = postgres();
        Connection connection = postgres.database("playledger").connect();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("DELETE FROM event_store.events WHERE position = 2"))
          .isEqualTo(1);
      Checked damaged = check();
      assertThat(damaged.clean()).isFalse();
      assertThat(damaged.lines()).anyMatch(line -> line.matches("log-gapless +FOUND .*"));
      assertThat(checkpoints()).hasSize(2);
    }
  }

  private void register(PlatformNode server) {
    Actor ann = new Actor("ann", "ann@example.org", "Correct-Horse-1");
    URI url = server.url();
    try (ApiClient client =
            new ApiClient(url, RetryPolicy.patient(1), new Latencies(), new Tally<>());
        Journal journal = Journal.open(journals().resolve("ann.jsonl"))) {
      ApiCall call =
          ApiCall.of("register", "POST", "/auth/register", ann.registration())
              .keyed(UUID.randomUUID());
      assertThat(new JournalledClient(client, journal).send(call).status()).isEqualTo(201);
    }
  }

  private List<CheckpointKept> checkpoints() {
    List<CheckpointKept> kept = new ArrayList<>();
    JournalReader.of(List.of(journals()))
        .forEach(
            (JournalEntry entry) -> {
              if (entry instanceof CheckpointKept checkpoint) {
                kept.add(checkpoint);
              }
            });
    return kept;
  }
}
