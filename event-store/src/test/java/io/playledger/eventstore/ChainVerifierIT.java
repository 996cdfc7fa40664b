package io.playledger.eventstore;

import static io.playledger.eventstore.TestEvents.credited;
import static io.playledger.eventstore.TestEvents.history;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.eventstore.chain.ChainCheckpoint;
import io.playledger.eventstore.chain.ChainReport;
import io.playledger.eventstore.chain.ChainVerifier;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainVerifierIT {
  private TestLog log;
  private PostgresEventStorageEngine engine;
  private ChainVerifier verifier;

  @BeforeEach
  void writeTenBatches() {
    log = TestLog.fresh();
    engine = log.engine();
    verifier = new ChainVerifier(log.pool(), TestLog.SCHEMA);
    for (int i = 0; i < 10; i++) {
      engine.appendEvents(
          List.of(
              credited("a", 2L * i),
              credited("a", 2L * i + 1),
              new GenericEventMessage<>(new TestEvents.Credited("none", i, "plain"))));
    }
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void verifierProvesAnUnchangedLog() {
    List<Long> heard = new ArrayList<>();
    ChainReport report =
        verifier.verify(
            ChainCheckpoint.START, Long.MAX_VALUE, (upTo, head) -> heard.add(upTo.position()));

    assertThat(report.fault()).isEmpty();
    assertThat(report.isComplete()).isTrue();
    assertThat(report.verified().position()).isEqualTo(30);
    assertThat(heard).endsWith(30L);
  }

  @Test
  void verifierProvesAnEmptyLog() {
    try (TestLog empty = TestLog.fresh()) {
      assertThat(new ChainVerifier(empty.pool(), TestLog.SCHEMA).verify().isComplete()).isTrue();
    }
  }

  @Test
  void verifierResumesFromACheckpoint() {
    ChainReport first = verifier.verify(ChainCheckpoint.START, 10, (upTo, head) -> {});
    assertThat(first.verified().position()).isEqualTo(12);
    assertThat(first.isComplete()).isFalse();

    ChainReport rest = verifier.verify(first.verified(), Long.MAX_VALUE, (upTo, head) -> {});
    assertThat(rest.isComplete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aggregate_type = 'Other'",
        "aggregate_id = 'b'",
        "sequence_number = 99",
        "event_id = 'other'",
        "occurred_at = occurred_at + interval '1 microsecond'",
        "payload_type = 'other'",
        "payload_revision = 'other'",
        "payload = replace(payload::text, '\"amount\":', '\"amount\": ')::json",
        "metadata = '{}'",
      })
  void namesTheEditedEventWhateverWasEdited(String edit) {
    log.execute("UPDATE event_store.events SET %s WHERE position = 17".formatted(edit));
    assertThat(verifier.verify().fault().orElseThrow().position()).isEqualTo(17);
  }

  @Test
  void verifierNamesAMovedEvent() {
    log.execute(
        """
        UPDATE event_store.events SET position = CASE position WHEN 4 THEN 5 ELSE 4 END
        WHERE position IN (4, 5)
        """);
    assertThat(verifier.verify().fault().orElseThrow().position()).isEqualTo(4);
  }

  @Test
  void verifierNamesADeletedAndADuplicatedEvent() {
    log.execute("UPDATE event_store.events SET position = 20 WHERE position = 21");
    assertThat(verifier.verify().fault().orElseThrow().position()).isEqualTo(20);
    log.execute("DELETE FROM event_store.events WHERE position = 11");
    assertThat(verifier.verify().fault().orElseThrow().position()).isEqualTo(11);
  }

  @Test
  void verifierNamesAnEventInsertedOutsideTheChain() {
    log.execute(
        """
        INSERT INTO event_store.events
        SELECT 31, aggregate_id, 99, aggregate_type, event_id, occurred_at, payload_type,
          payload_revision, payload, metadata
        FROM event_store.events WHERE position = 1
        """);
    assertThat(verifier.verify().fault().orElseThrow().position()).isEqualTo(31);
  }

  @Test
  void verifierNamesABatchWithEditedDigests() {
    log.execute(
        "UPDATE event_store.chain SET event_digests = set_byte(event_digests, 0, 1)"
            + " WHERE first_position = 16");
    assertThat(verifier.verify().fault().orElseThrow().position()).isEqualTo(16);
  }

  /** The last batch holds the positions 28 to 30. Its hash is computed anew after each edit. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          first_position = 29, event_digests = substr(event_digests, 33) ; 28 ; a gap or an overlap
          first_position = 27, event_digests = event_digests || substr(event_digests, 65) ; 28 ; a gap or an overlap
          previous_hash = sha256('another past') ; 28 ; does not continue the hash
          event_digests = substr(event_digests, 33) ; 28 ; not one digest for each event
          event_digests = event_digests || substr(event_digests, 65) ; 28 ; not one digest for each event
          last_position = 31, event_digests = event_digests || substr(event_digests, 65) ; 31 ; the event is missing
          event_digests = substr(event_digests, 33) || substr(event_digests, 1, 32) ; 28 ; is not the one that was written
          """)
  void verifierNamesAForgedBatch(String edit, long position, String reason) {
    log.execute("UPDATE event_store.chain SET %s WHERE last_position = 30".formatted(edit));
    log.execute(
        """
        UPDATE event_store.chain SET hash = sha256(previous_hash || int8send(first_position)
          || int8send(last_position) || event_digests)
        WHERE previous_hash <> '' AND last_position = (SELECT max(last_position) FROM event_store.chain)
        """);

    ChainReport.Fault fault = verifier.verify().fault().orElseThrow();

    assertThat(fault.position()).isEqualTo(position);
    assertThat(fault.reason()).contains(reason);
  }

  @Test
  void keptCheckpointRevealsARewrittenHistory() {
    ChainCheckpoint kept = verifier.verify().verified();
    log.execute("DELETE FROM event_store.events WHERE position > 27");
    log.execute("DELETE FROM event_store.chain WHERE last_position > 27");
    assertThat(verifier.verify().isComplete()).isTrue();
    engine.appendEvents(history("z", 3));

    ChainReport report = verifier.verify(kept, Long.MAX_VALUE, (upTo, head) -> {});

    assertThat(report.fault().orElseThrow().position()).isEqualTo(30);
  }
}
