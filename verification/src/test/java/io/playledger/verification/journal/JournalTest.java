package io.playledger.verification.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import io.playledger.verification.journal.JournalEntry.Answered;
import io.playledger.verification.journal.JournalEntry.Asked;
import io.playledger.verification.journal.JournalEntry.CheckpointKept;
import io.playledger.verification.journal.JournalEntry.Unanswered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class JournalTest {

  private static final UUID KEY = UUID.fromString("01990000-0000-7000-8000-000000000001");
  private static final String TRANSACTION = "01990000-0000-7000-8000-000000000002";

  @TempDir Path folder;

  private static ApiCall transfer() {
    ObjectNode body = Json.object().put("amount", "5");
    return ApiCall.of("transfer", "POST", "/wallet/transfers", body).keyed(KEY);
  }

  private static ApiReply reply() {
    ObjectNode body = Json.object();
    body.putObject("data").put("transaction", TRANSACTION).put("dryRun", false);
    return new ApiReply(201, body, 42, true, null);
  }

  private List<JournalEntry> read(Path... paths) {
    List<JournalEntry> entries = new ArrayList<>();
    JournalReader.of(List.of(paths)).forEach(entries::add);
    return entries;
  }

  @Test
  void writtenEntriesAreReadBack() {
    Path file = folder.resolve("clients").resolve("one.jsonl");
    try (Journal journal = Journal.open(file)) {
      journal.asked(transfer());
      journal.answered(transfer(), reply());
      journal.unanswered(transfer(), "the server is gone");
      journal.checkpoint(40, "ab".repeat(32));
    }
    List<JournalEntry> entries = read(file);
    assertThat(entries).hasSize(4);
    assertThat(entries.get(0)).isInstanceOf(Asked.class);
    assertThat(entries.get(1))
        .isInstanceOfSatisfying(
            Answered.class,
            answered -> {
              assertThat(answered.request()).isEqualTo(JournalRequest.of(transfer()));
              assertThat(answered.request().key()).isEqualTo(KEY);
              assertThat(answered.status()).isEqualTo(201);
              assertThat(answered.position()).isEqualTo(42);
              assertThat(answered.replayed()).isTrue();
              assertThat(answered.acknowledged()).isTrue();
              assertThat(answered.refused()).isFalse();
              assertThat(answered.ids()).containsOnly(Map.entry("transaction", TRANSACTION));
            });
    assertThat(entries.get(2))
        .isInstanceOfSatisfying(
            Unanswered.class, open -> assertThat(open.reason()).isEqualTo("the server is gone"));
    assertThat(entries.get(3))
        .isInstanceOfSatisfying(
            CheckpointKept.class, kept -> assertThat(kept.position()).isEqualTo(40));
  }

  @Test
  void rejectionIsStoredWithItsCode() {
    Path file = folder.resolve("refused.jsonl");
    ObjectNode body = Json.object();
    body.putObject("error").put("code", "INSUFFICIENT_FUNDS");
    try (Journal journal = Journal.open(file)) {
      journal.answered(transfer(), new ApiReply(422, body, -1, false, null));
    }
    assertThat(read(file))
        .singleElement()
        .isInstanceOfSatisfying(
            Answered.class,
            answered -> {
              assertThat(answered.refused()).isTrue();
              assertThat(answered.code()).isEqualTo("INSUFFICIENT_FUNDS");
            });
  }

  @Test
  void linesOfManyThreadsDoNotMix() {
    Path file = folder.resolve("many.jsonl");
    try (Journal journal = Journal.open(file)) {
      IntStream.range(0, 2_000)
          .parallel()
          .forEach(n -> journal.asked(transfer().keyed(new UUID(1, n))));
    }
    Set<UUID> keys = new HashSet<>();
    read(file).forEach(entry -> keys.add(((Asked) entry).request().key()));
    assertThat(keys).hasSize(2_000);
  }

  @Test
  void reopenedJournalIsAppendedTo() {
    Path file = folder.resolve("again.jsonl");
    for (int i = 0; i < 2; i++) {
      try (Journal journal = Journal.open(file)) {
        journal.asked(transfer());
      }
    }
    assertThat(read(folder)).hasSize(2);
  }

  @Test
  void truncatedLastLineIsIgnored() throws IOException {
    Path file = folder.resolve("torn.jsonl");
    try (Journal journal = Journal.open(file)) {
      journal.asked(transfer());
    }
    Files.writeString(file, "{\"entry\":\"answ", StandardOpenOption.APPEND);
    assertThat(read(file)).hasSize(1);
  }

  @Test
  void otherBrokenLineIsReported() throws IOException {
    Path file = folder.resolve("broken.jsonl");
    Files.writeString(file, "{\"entry\":\"answ\n");
    try (Journal journal = Journal.open(file)) {
      journal.asked(transfer());
    }
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("broken.jsonl, line 1");
  }

  @Test
  void folderWithoutJournalsIsRefused() {
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("No journal");
  }
}
