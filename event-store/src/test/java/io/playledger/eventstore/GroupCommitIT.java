package io.playledger.eventstore;

import static io.playledger.eventstore.TestEvents.credited;
import static io.playledger.eventstore.TestEvents.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playledger.eventstore.chain.ChainVerifier;
import io.playledger.eventstore.read.LogEntry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupCommitIT {
  private final CountingObserver observer = new CountingObserver();
  private TestLog log;
  private Callers callers;

  @BeforeEach
  void open() {
    log = TestLog.fresh();
    callers = new Callers();
  }

  @AfterEach
  void close() {
    callers.close();
    log.close();
  }

  /** The writer is stuck with this one until the lock is given back. */
  private Future<?> plug(PostgresEventStorageEngine engine) {
    Future<?> plug = callers.ask(() -> appendPlug(engine));
    await().until(() -> waitingForTheLock() == 1);
    return plug;
  }

  private static boolean appendPlug(PostgresEventStorageEngine engine) {
    engine.appendEvents(new GenericEventMessage<>(new TestEvents.Credited("plug", 0, "")));
    return true;
  }

  private long waitingForTheLock() {
    return log.number(
        "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
            + " WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()");
  }

  private void awaitQueued(PostgresEventStorageEngine engine, int commands) {
    await().until(() -> engine.queueLength() == commands);
  }

  @Test
  void onlyTheLoserOfARaceFailsInItsBatch() throws SQLException {
    PostgresEventStorageEngine engine = log.engine(b -> b.observer(observer));
    engine.appendEvents(credited("account-13", 0));
    try (HeldLock _ = new HeldLock(log)) {
      plug(engine);
      for (int i = 0; i < 64; i++) {
        DomainEventMessage<?> event = credited("account-" + i, 0);
        callers.call(() -> engine.appendEvents(event));
      }
      awaitQueued(engine, 64);
    }

    List<Throwable> outcomes = callers.outcomes();

    assertThat(outcomes)
        .filteredOn(Objects::nonNull)
        .singleElement()
        .isInstanceOf(ConcurrencyException.class);
    assertThat(observer.batches).as("63 in one batch").endsWith(63);
    assertThat(observer.conflicts).hasValue(1);
    assertThat(engine.head()).isEqualTo(65);
    assertThat(log.isGapless()).isTrue();
    assertThat(new ChainVerifier(log.pool(), TestLog.SCHEMA).verify().isComplete()).isTrue();
  }

  @Test
  void commandBehindALostOneOnTheSameAggregateFailsToo() throws SQLException {
    PostgresEventStorageEngine engine = log.engine();
    engine.appendEvents(credited("a", 0));
    Future<?> lost;
    Future<?> behind;
    Future<?> elsewhere;
    try (HeldLock _ = new HeldLock(log)) {
      plug(engine);
      lost = callers.call(() -> engine.appendEvents(List.of(credited("a", 0), credited("b", 0))));
      awaitQueued(engine, 1);
      behind = callers.call(() -> engine.appendEvents(credited("b", 1)));
      awaitQueued(engine, 2);
      elsewhere = callers.call(() -> engine.appendEvents(credited("c", 0)));
      awaitQueued(engine, 3);
    }

    assertThat(Callers.outcome(lost)).isInstanceOf(ConcurrencyException.class);
    assertThat(Callers.outcome(behind)).isInstanceOf(ConcurrencyException.class);
    assertThat(Callers.outcome(elsewhere)).isNull();
    assertThat(engine.lastSequenceNumberFor("b")).isEmpty();
  }

  @Test
  void oneOfTwoCommandsForTheSameSequenceInOneBatchWins() throws SQLException {
    PostgresEventStorageEngine engine = log.engine();
    try (HeldLock _ = new HeldLock(log)) {
      plug(engine);
      callers.call(() -> engine.appendEvents(credited("a", 0)));
      callers.call(() -> engine.appendEvents(credited("a", 0)));
      awaitQueued(engine, 2);
    }
    assertThat(callers.outcomes()).filteredOn(Objects::isNull).hasSize(1);
    assertThat(engine.readEvents("a").asStream()).hasSize(1);
  }

  @Test
  void onlyTheCommandWithUnstorableDataFailsInItsBatch() throws SQLException {
    PostgresEventStorageEngine engine =
        log.engine(b -> b.eventSerializer(new BreakableSerializer()));
    Future<?> broken;
    Future<?> behind;
    Future<?> sound;
    try (HeldLock _ = new HeldLock(log)) {
      plug(engine);
      DomainEventMessage<?> event =
          new GenericDomainEventMessage<>("Account", "a", 0, BreakableSerializer.BROKEN);
      broken = callers.call(() -> engine.appendEvents(event));
      awaitQueued(engine, 1);
      behind = callers.call(() -> engine.appendEvents(credited("a", 1)));
      awaitQueued(engine, 2);
      sound = callers.call(() -> engine.appendEvents(credited("b", 0)));
      awaitQueued(engine, 3);
    }

    assertThat(Callers.outcome(broken)).isInstanceOf(AppendRefusedException.class);
    assertThat(Callers.outcome(behind)).isInstanceOf(ConcurrencyException.class);
    assertThat(Callers.outcome(sound)).isNull();
    assertThat(log.isGapless()).isTrue();
  }

  @Test
  void fullDiskFailsTheBatchAsNotStored() {
    PostgresEventStorageEngine engine = log.engine();
    engine.appendEvents(credited("a", 0));
    log.fillDisk(TestLog.Moment.INSERT);
    assertThatThrownBy(() -> engine.appendEvents(credited("a", 1)))
        .isInstanceOf(EventStoreUnavailableException.class)
        .hasMessageContaining("nothing was stored");
    assertThat(engine.lastSequenceNumberFor("a")).contains(0L);

    log.emptyDisk();
    engine.appendEvents(credited("a", 1));
    assertThat(log.isGapless()).isTrue();
  }

  /** The statement has answered with the batch's position before its commit fails. */
  @Test
  void failedCommitAcknowledgesNothing() {
    PostgresEventStorageEngine engine = log.engine();
    engine.appendEvents(credited("a", 0));
    log.fillDisk(TestLog.Moment.COMMIT);
    assertThatThrownBy(() -> engine.appendEvents(credited("a", 1)))
        .isInstanceOf(EventStoreUnavailableException.class)
        .hasMessageContaining("nothing was stored");
    assertThat(engine.lastSequenceNumberFor("a")).contains(0L);

    log.emptyDisk();
    engine.appendEvents(credited("a", 1));
    assertThat(log.isGapless()).isTrue();
  }

  /** The same where somebody lost a race, so that the rest is stored under a commit of its own. */
  @Test
  void failedCommitAfterAConflictAcknowledgesNothing() throws SQLException {
    PostgresEventStorageEngine engine = log.engine();
    engine.appendEvents(credited("a", 0));
    Future<?> plugged;
    Future<?> lost;
    Future<?> sound;
    try (HeldLock _ = new HeldLock(log)) {
      plugged = plug(engine);
      lost = callers.call(() -> engine.appendEvents(credited("a", 0)));
      sound = callers.call(() -> engine.appendEvents(credited("b", 0)));
      awaitQueued(engine, 2);
      log.fillDisk(TestLog.Moment.COMMIT);
    }
    for (Future<?> sent : List.of(plugged, lost, sound)) {
      assertThat(Callers.outcome(sent)).isInstanceOf(EventStoreUnavailableException.class);
    }
    assertThat(engine.head()).isEqualTo(1);

    log.emptyDisk();
    engine.appendEvents(credited("b", 0));
    assertThat(log.isGapless()).isTrue();
  }

  @Test
  void positionsAreGaplessUnderManyCallersOnTwoNodes() {
    PostgresEventStorageEngine one = log.engine();
    PostgresEventStorageEngine two = log.engine();
    AtomicBoolean ended = new AtomicBoolean();
    Future<Long> reader = callers.ask(() -> follow(one, ended));
    for (int caller = 0; caller < 64; caller++) {
      PostgresEventStorageEngine engine = caller % 2 == 0 ? one : two;
      String own = "own-" + caller;
      // both nodes race for these
      String shared = "shared-" + caller / 2;
      callers.call(
          () -> {
            for (int i = 0; i < 20; i++) {
              engine.appendEvents(List.of(credited(own, 2 * i), credited(own, 2 * i + 1)));
              race(engine, shared, i);
            }
          });
    }

    assertThat(callers.outcomes()).containsOnlyNulls();
    ended.set(true);
    assertThat(Callers.outcome(reader)).isNull();

    assertThat(log.number("SELECT count(*) FROM event_store.events"))
        .isEqualTo(64 * 40 + 32 * 20)
        .isEqualTo(one.head());
    assertThat(log.isGapless()).isTrue();
    assertThat(log.number("SELECT count(*) FROM event_store.chain")).isLessThan(64 * 40);
    assertThat(new ChainVerifier(log.pool(), TestLog.SCHEMA).verify().isComplete()).isTrue();
  }

  /**
   * Reads as a processor does: a position that came to light behind a later one would be missed.
   */
  private static long follow(PostgresEventStorageEngine engine, AtomicBoolean ended) {
    long position = 0;
    while (true) {
      boolean last = ended.get();
      List<LogEntry> page = engine.entriesAfter(position);
      for (LogEntry entry : page) {
        assertThat(entry.position()).isEqualTo(++position);
      }
      if (last && page.isEmpty()) {
        return position;
      }
    }
  }

  private static void race(PostgresEventStorageEngine engine, String aggregate, int sequence) {
    try {
      engine.appendEvents(credited(aggregate, sequence));
    } catch (ConcurrencyException e) {
      // the other node was first
      assertThat(engine.lastSequenceNumberFor(aggregate).orElseThrow())
          .isGreaterThanOrEqualTo(sequence);
    }
  }

  @Test
  void fullQueueRefusesCallersAfterABoundedWait() throws SQLException {
    PostgresEventStorageEngine engine =
        log.engine(
            b ->
                b.observer(observer)
                    .limits(
                        EventStoreLimits.defaults()
                            .withQueueCommandsMax(2)
                            .withWaits(100, 20_000, 1_000)));
    try (HeldLock _ = new HeldLock(log)) {
      plug(engine);
      callers.call(() -> engine.appendEvents(credited("a", 0)));
      callers.call(() -> engine.appendEvents(credited("b", 0)));
      awaitQueued(engine, 2);

      assertThatThrownBy(() -> engine.appendEvents(credited("c", 0)))
          .isInstanceOf(EventStoreUnavailableException.class)
          .hasMessageContaining("queueCommandsMax");
    }
    assertThat(callers.outcomes()).containsOnlyNulls();
    assertThat(observer.full).hasValue(1);
    assertThat(engine.lastSequenceNumberFor("c")).isEmpty();
    engine.appendEvents(credited("c", 0));
  }

  @Test
  void callerThatWaitsTooLongLearnsWhetherItsEventsCanBeStored() throws SQLException {
    PostgresEventStorageEngine engine =
        log.engine(b -> b.limits(EventStoreLimits.defaults().withWaits(100, 700, 1_000)));
    Future<?> taken;
    Future<?> queued;
    try (HeldLock _ = new HeldLock(log)) {
      taken = callers.ask(() -> appendPlug(engine));
      await().until(() -> waitingForTheLock() == 1);
      queued = callers.call(() -> engine.appendEvents(credited("a", 0)));

      assertThat(Callers.outcome(taken)).isInstanceOf(AppendOutcomeUnknownException.class);
      assertThat(Callers.outcome(queued)).isInstanceOf(EventStoreUnavailableException.class);
    }
    await().until(() -> engine.head() == 1);
    engine.appendEvents(credited("a", 0));
    assertThat(engine.head()).isEqualTo(2);
  }

  @Test
  void closingTheEngineWritesWaitingCommands() throws SQLException {
    PostgresEventStorageEngine engine = log.engine();
    Future<?> closing;
    try (HeldLock _ = new HeldLock(log)) {
      plug(engine);
      for (int i = 0; i < 10; i++) {
        DomainEventMessage<?> event = credited("account-" + i, 0);
        callers.call(() -> engine.appendEvents(event));
      }
      awaitQueued(engine, 10);
      closing = callers.ask(() -> closed(engine));
      await()
          .pollDelay(Duration.ofMillis(50))
          .atMost(2, TimeUnit.SECONDS)
          .until(() -> !closing.isDone());
    }
    assertThat(callers.outcomes()).containsOnlyNulls();
    assertThat(Callers.outcome(closing)).isNull();
    assertThat(log.number("SELECT count(*) FROM event_store.events")).isEqualTo(11);
  }

  private static boolean closed(PostgresEventStorageEngine engine) {
    engine.close();
    return true;
  }

  @Test
  void largeCommandIsStoredAtomically() {
    PostgresEventStorageEngine engine = log.engine();
    engine.appendEvents(history("a", 1_500));
    assertThat(log.number("SELECT count(*) FROM event_store.chain WHERE last_position > 0"))
        .isEqualTo(1);
    assertThat(engine.readEvents("a").asStream()).hasSize(1_500);
    assertThatThrownBy(() -> engine.appendEvents(history("b", 2_001)))
        .isInstanceOf(AppendRefusedException.class);
  }
}
