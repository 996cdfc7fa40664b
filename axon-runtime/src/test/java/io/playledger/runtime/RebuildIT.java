package io.playledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.runtime.deadletter.DeadLetterTable;
import io.playledger.runtime.deadletter.DeadLetters;
import io.playledger.runtime.processor.EventProcessors;
import io.playledger.runtime.processor.LogReader;
import io.playledger.runtime.rebuild.ProjectionRebuilder;
import io.playledger.runtime.rebuild.RebuildMode;
import io.playledger.runtime.rebuild.RebuildRefusedException;
import io.playledger.runtime.rebuild.RebuildState;
import io.playledger.runtime.rebuild.RebuildStatus;
import io.playledger.runtime.rebuild.ShadowRebuilder;
import io.playledger.runtime.rebuild.TableComparison;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.CounterProjection;
import io.playledger.runtime.sample.SampleApplication;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;

class RebuildIT {

  private PostgresDatabase database;
  private SampleApplication application;

  @BeforeEach
  void start() {
    database = SampleApplication.newDatabase();
    application = SampleApplication.on(database);
    for (int i = 0; i < 6; i++) {
      application.send(new OpenCounter("counter:" + i));
      for (int step = 0; step < 5; step++) {
        application.send(new Step("counter:" + i, 2));
      }
    }
    assertThat(application.reached(36)).isTrue();
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void rebuildOfSoundTablesChangesNothing() {
    RebuildStatus status = rebuild(RebuildMode.SWITCH);

    assertThat(status.error()).isNull();
    assertThat(status.state()).isEqualTo(RebuildState.DONE);
    assertThat(status.equal()).isTrue();
    assertThat(status.switched()).isFalse();
    assertThat(status.eventsDone()).isEqualTo(36);
    assertThat(status.eventsTotal()).isEqualTo(36);
    assertThat(status.tables())
        .extracting(TableComparison::table)
        .containsExactly("counter", "counter_step");
    assertThat(status.tables()).extracting(TableComparison::rebuiltRows).containsExactly(6L, 30L);
    assertThat(shadowSchemas()).isZero();
  }

  @Test
  void verificationFindsAPlantedDifferenceAndChangesNothing() {
    application
        .sql()
        .update("UPDATE read_model.counter SET total = 7 WHERE counter_id = 'counter:3'");

    RebuildStatus status = rebuild(RebuildMode.VERIFY_ONLY);

    assertThat(status.equal()).isFalse();
    assertThat(status.switched()).isFalse();
    assertThat(status.tables()).extracting(TableComparison::equal).containsExactly(false, true);
    assertThat(application.total("counter:3")).isEqualTo(7);
  }

  @Test
  void switchReplacesTheRowsUnderLiveViews() {
    application
        .sql()
        .update("UPDATE read_model.counter SET total = 7 WHERE counter_id = 'counter:3'");
    application.sql().update("DELETE FROM read_model.counter_step WHERE counter_id = 'counter:4'");

    RebuildStatus status = rebuild(RebuildMode.SWITCH);

    assertThat(status.error()).isNull();
    assertThat(status.switched()).isTrue();
    assertThat(
            application
                .sql()
                .queryForObject(
                    "SELECT total FROM read_model.counter_overview WHERE counter_id = 'counter:3'",
                    Long.class))
        .isEqualTo(10);
    assertThat(rebuild(RebuildMode.VERIFY_ONLY).equal()).isTrue();
    long position = application.send(new Step("counter:3", 1)).position();
    assertThat(application.reached(position)).isTrue();
    assertThat(application.total("counter:3")).isEqualTo(11);
  }

  @Test
  void rebuildThatWaitsForAThreadIsNotReportedAsCrashed() {
    ShadowRebuilder rebuilder = application.get(ShadowRebuilder.class);
    for (int i = 0; i < 10; i++) {
      UUID id = rebuilder.start("counters", RebuildMode.VERIFY_ONLY);
      rebuilder.endCrashed();
      await().until(() -> rebuilder.find(id).orElseThrow().endedAt() != null);
      assertThat(rebuilder.find(id).orElseThrow().error()).isNull();
    }
  }

  /** On a node where it will never have its turn, and with a look from another node. */
  @Test
  void rebuildThatWaitsOnAnotherNodeIsNotReportedAsCrashed() {
    UUID waiting;
    try (ShadowRebuilder busy =
        new ShadowRebuilder(
            application.get(EventProcessors.class),
            application.get(LogReader.class),
            application.get(DeadLetterTable.class),
            application.get(DataSource.class),
            application.get(PlatformTransactionManager.class),
            "axon",
            "read_model",
            "busy",
            0)) {
      waiting = busy.start("counters", RebuildMode.VERIFY_ONLY);
      application.get(ShadowRebuilder.class).endCrashed();
      assertThat(busy.find(waiting).orElseThrow().endedAt()).isNull();
      assertThatThrownBy(() -> rebuild(RebuildMode.VERIFY_ONLY))
          .isInstanceOf(RebuildRefusedException.class);
    }
    assertThat(ended(waiting).state()).isEqualTo(RebuildState.FAILED);
    assertThat(rebuild(RebuildMode.VERIFY_ONLY).error()).isNull();
  }

  @Test
  void successfulRebuildClosesTheDeadLettersOfTheProjection() {
    CounterProjection projection = application.get(CounterProjection.class);
    projection.breakOn(13);
    long position = application.send(new Step("counter:3", 13)).position();
    assertThat(application.reached(position)).isTrue();
    assertThat(application.get(DeadLetters.class).list(null, 10)).hasSize(1);

    RebuildStatus broken = rebuild(RebuildMode.VERIFY_ONLY);
    assertThat(broken.state()).isEqualTo(RebuildState.FAILED);
    assertThat(broken.equal()).isNull();
    assertThat(broken.error()).contains("CounterStepped at position " + position, "by zero");

    projection.mend();
    RebuildStatus status = rebuild(RebuildMode.SWITCH);

    assertThat(status.switched()).isTrue();
    assertThat(application.get(DeadLetters.class).list(null, 10)).isEmpty();
    assertThat(application.total("counter:3")).isEqualTo(23);
  }

  /** The handler is still broken; what came after the discarded event must not be lost. */
  @Test
  void rebuildSkipsDiscardedEventsAndKeepsWhatCameAfterThem() {
    application.get(CounterProjection.class).breakOn(13);
    application.send(new Step("counter:3", 13));
    long last = application.send(new Step("counter:3", 1)).position();
    assertThat(application.reached(last)).isTrue();
    DeadLetters letters = application.get(DeadLetters.class);
    UUID discarded = letters.list(null, 1).getFirst().id();
    letters.discard(discarded, "a bad day", "admin-1");

    assertThat(rebuild(RebuildMode.VERIFY_ONLY).equal()).isTrue();
    application.sql().update("UPDATE read_model.counter SET total = 7");
    RebuildStatus status = rebuild(RebuildMode.SWITCH);

    assertThat(status.error()).isNull();
    assertThat(status.switched()).isTrue();
    assertThat(application.total("counter:3")).isEqualTo(24);
    assertThat(letters.list(null, 10)).isEmpty();
    assertThat(letters.find(discarded).orElseThrow().discardReason()).isEqualTo("a bad day");
  }

  @Test
  void rebuildSucceedsWhileCommandsContinue() throws Exception {
    AtomicBoolean sending = new AtomicBoolean(true);
    Thread sender =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (sending.get()) {
                    String counter = "counter:" + UUID.randomUUID();
                    application.send(new OpenCounter(counter));
                    application.send(new Step(counter, 1));
                  }
                });
    try {
      for (int i = 0; i < 3; i++) {
        RebuildStatus status = rebuild(RebuildMode.VERIFY_ONLY);
        assertThat(status.error()).isNull();
        assertThat(status.tables()).allMatch(TableComparison::equal);
      }
    } finally {
      sending.set(false);
      sender.join();
    }
  }

  @Test
  void onlyOneRebuildOfAProjectionRunsAndACrashedOneIsMarked() {
    UUID crashed = UUID.randomUUID();
    application
        .sql()
        .update(
            "INSERT INTO axon.rebuild (id, projection, mode, state, node) VALUES (?, 'counters', 'SWITCH', 'REPLAYING', 'gone')",
            crashed);
    application.sql().execute("CREATE SCHEMA rebuild_counters");
    application.close();
    application = SampleApplication.on(database);

    RebuildStatus ended = application.get(ProjectionRebuilder.class).find(crashed).orElseThrow();
    assertThat(ended.state()).isEqualTo(RebuildState.FAILED);
    assertThat(shadowSchemas()).isZero();
    assertThatThrownBy(
            () -> application.get(ProjectionRebuilder.class).start("nothing", RebuildMode.SWITCH))
        .isInstanceOf(RebuildRefusedException.class);
    ProjectionRebuilder rebuilder = application.get(ProjectionRebuilder.class);
    UUID first = rebuilder.start("counters", RebuildMode.VERIFY_ONLY);
    assertThatThrownBy(() -> rebuilder.start("counters", RebuildMode.VERIFY_ONLY))
        .isInstanceOf(RebuildRefusedException.class);
    ended(first);
  }

  private RebuildStatus rebuild(RebuildMode mode) {
    return ended(application.get(ProjectionRebuilder.class).start("counters", mode));
  }

  private RebuildStatus ended(UUID id) {
    ProjectionRebuilder rebuilder = application.get(ProjectionRebuilder.class);
    return await()
        .until(() -> rebuilder.find(id).orElseThrow(), status -> status.endedAt() != null);
  }

  private Long shadowSchemas() {
    return application
        .sql()
        .queryForObject(
            "SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'rebuild%'", Long.class);
  }
}
