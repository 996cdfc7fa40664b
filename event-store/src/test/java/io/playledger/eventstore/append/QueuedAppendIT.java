package io.playledger.eventstore.append;

import static io.playledger.eventstore.TestEvents.credited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playledger.eventstore.AppendOutcomeUnknownException;
import io.playledger.eventstore.CuttingProxy;
import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.EventStoreUnavailableException;
import io.playledger.eventstore.HeldLock;
import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.eventstore.TestLog;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Commands that rest on queued events are stored with them, or not at all. */
class QueuedAppendIT {
  private TestLog log;

  @BeforeEach
  void open() {
    log = TestLog.fresh();
  }

  @AfterEach
  void close() {
    log.close();
  }

  private record Queued(AppendContext context, QueuedAppend append) {}

  /** Queues the events as a command that decided on these appends. */
  private static Queued queue(
      PostgresEventStorageEngine engine, DomainEventMessage<?> event, Queued... foundation) {
    DefaultUnitOfWork<?> unit =
        DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("c"));
    AppendContext context = AppendContext.withoutKey();
    context.attachTo(unit);
    context.defer();
    for (Queued one : foundation) {
      context.restOn(one.append());
    }
    AtomicReference<QueuedAppend> append = new AtomicReference<>();
    context.whenQueued(append::set);
    engine.appendEvents(event);
    unit.commit();
    return new Queued(context, append.get());
  }

  /** Queues the event as a command that knows this aggregate up to this sequence. */
  private static Queued queueLookingAt(
      PostgresEventStorageEngine engine, DomainEventMessage<?> event, String id, long known) {
    DefaultUnitOfWork<?> unit =
        DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("c"));
    AppendContext context = AppendContext.withoutKey();
    context.attachTo(unit);
    context.defer();
    context.lookedAt(id, known);
    AtomicReference<QueuedAppend> append = new AtomicReference<>();
    context.whenQueued(append::set);
    engine.appendEvents(event);
    unit.commit();
    return new Queued(context, append.get());
  }

  /** Each command in a batch of its own. */
  private PostgresEventStorageEngine oneByOne() {
    EventStoreLimits limits =
        new EventStoreLimits(
            100, 1_000, 20_000, 1, 10, 1 << 20, 10, 1 << 16, 100, 1_500, 10_000, 20_000, 10, 1, 10,
            10);
    return log.engine(builder -> builder.limits(limits));
  }

  private long waitingForTheLock() {
    return log.number(
        "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
            + " WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()");
  }

  private static void assertStale(Queued queued) {
    assertThatThrownBy(() -> queued.context().awaitStored())
        .isInstanceOf(ConcurrencyException.class);
    assertThat(queued.append().isLost()).isTrue();
  }

  @Test
  void queuedAppendReturnsBeforeItIsStored() throws SQLException {
    PostgresEventStorageEngine engine = log.engine();
    Queued first;
    Queued second;
    try (HeldLock _ = new HeldLock(log)) {
      first = queue(engine, credited("a", 0));
      second = queue(engine, credited("a", 1), first);
      assertThat(first.append().isStored()).isFalse();
      assertThat(first.context().lastPosition()).isEmpty();
    }
    second.context().awaitStored();
    first.context().awaitStored();
    assertThat(first.context().lastPosition()).hasValue(1);
    assertThat(second.context().lastPosition()).hasValue(2);
  }

  @Test
  void commandBasedOnALostAppendFailsInTheSameBatch() throws SQLException {
    PostgresEventStorageEngine engine = log.engine();
    engine.appendEvents(credited("a", 0));
    Queued lost;
    Queued reader;
    Queued behindTheReader;
    Queued elsewhere;
    try (HeldLock _ = new HeldLock(log)) {
      queue(engine, credited("plug", 0));
      await().until(() -> waitingForTheLock() == 1);
      lost = queue(engine, credited("a", 0));
      // looked at a, writes to b: no sequence tells that it must fall
      reader = queue(engine, credited("b", 0), lost);
      behindTheReader = queue(engine, credited("c", 0), reader);
      elsewhere = queue(engine, credited("d", 0));
    }
    assertStale(lost);
    assertStale(reader);
    assertStale(behindTheReader);
    elsewhere.context().awaitStored();
    assertThat(engine.lastSequenceNumberFor("b")).isEmpty();
    assertThat(engine.lastSequenceNumberFor("c")).isEmpty();
  }

  /** The table itself would take sequence 2 where 1 failed. */
  @Test
  void commandBasedOnALostAppendIsNotSentInALaterBatch() throws SQLException {
    PostgresEventStorageEngine engine = oneByOne();
    engine.appendEvents(credited("a", 0));
    engine.appendEvents(credited("a", 1));
    Queued lost;
    Queued next;
    Queued afterThat;
    try (HeldLock _ = new HeldLock(log)) {
      queue(engine, credited("plug", 0));
      await().until(() -> waitingForTheLock() == 1);
      lost = queue(engine, credited("a", 1));
      next = queue(engine, credited("a", 2), lost);
      afterThat = queue(engine, credited("a", 3), next);
    }
    assertStale(lost);
    assertStale(next);
    assertStale(afterThat);
    assertThat(engine.lastSequenceNumberFor("a")).hasValue(1L);
  }

  @Test
  void withdrawnAppendFailsTheCommandsBasedOnIt() throws SQLException {
    PostgresEventStorageEngine engine = log.engine();
    Queued withdrawn;
    Queued follower;
    try (HeldLock _ = new HeldLock(log)) {
      queue(engine, credited("plug", 0));
      await().until(() -> waitingForTheLock() == 1);
      withdrawn = queue(engine, credited("a", 0));
      follower = queue(engine, credited("a", 1), withdrawn);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> withdrawn.context().awaitStored())
          .isInstanceOf(EventStoreUnavailableException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
    assertStale(follower);
    assertThat(engine.lastSequenceNumberFor("a")).isEmpty();
  }

  @Test
  void nothingBasedOnAnUnknownOutcomeIsStored() throws SQLException, IOException {
    PGSimpleDataSource direct = (PGSimpleDataSource) log.plain();
    try (CuttingProxy proxy = new CuttingProxy(direct.getPortNumbers()[0])) {
      PGSimpleDataSource throughProxy = (PGSimpleDataSource) log.plain();
      throughProxy.setPortNumbers(new int[] {proxy.port()});
      PostgresEventStorageEngine engine =
          log.engine(
              builder ->
                  builder
                      .writerDataSource(throughProxy)
                      .limits(EventStoreLimits.defaults().withWaits(1_000, 20_000, 1_500)));
      engine.appendEvents(credited("first", 0));
      Queued unknown;
      Queued follower;
      try (HeldLock _ = new HeldLock(log)) {
        unknown = queue(engine, credited("a", 0));
        await().until(() -> waitingForTheLock() == 1);
        follower = queue(engine, credited("a", 1), unknown);
        proxy.refuseNewcomers(true);
        proxy.cutClients();
        assertThatThrownBy(() -> unknown.context().awaitStored())
            .isInstanceOf(AppendOutcomeUnknownException.class);
        proxy.refuseNewcomers(false);
        assertStale(follower);
      }
      // the old backend got its lock in the end, or was ended by the new session
      queue(engine, credited("last", 0)).context().awaitStored();
      assertThat(log.number("SELECT count(*) FROM event_store.events WHERE sequence_number = 1"))
          .isZero();
    }
  }

  /** Another node has gone on; no sequence of what the command appends to tells. */
  @Test
  void commandThatReadAStaleAggregateIsNotStored() throws SQLException {
    PostgresEventStorageEngine engine = log.engine();
    engine.appendEvents(List.of(credited("a", 0), credited("b", 0)));
    log.engine().appendEvents(credited("a", 1));
    Queued late;
    Queued behindIt;
    Queued sound;
    Queued elsewhere;
    try (HeldLock _ = new HeldLock(log)) {
      queue(engine, credited("plug", 0));
      await().until(() -> waitingForTheLock() == 1);
      late = queueLookingAt(engine, credited("c", 0), "a", 0);
      behindIt = queue(engine, credited("d", 0), late);
      sound = queueLookingAt(engine, credited("e", 0), "b", 0);
      elsewhere = queue(engine, credited("f", 0));
    }
    assertStale(late);
    assertStale(behindIt);
    sound.context().awaitStored();
    elsewhere.context().awaitStored();
    assertThat(engine.lastSequenceNumberFor("c")).isEmpty();
    assertThat(engine.overtaken(Map.of("a", 0L, "b", 0L, "nobody", 0L))).containsExactly("a");
    assertThat(engine.overtaken(Map.of("a", 1L))).isEmpty();
  }

  /** The other node is faster while this one waits for its turn. */
  @Test
  void changeDuringAnAppendCountsToo() throws SQLException {
    PostgresEventStorageEngine engine = log.engine();
    engine.appendEvents(credited("a", 0));
    Queued earlier;
    Queued late;
    try (HeldLock _ = new HeldLock(log)) {
      earlier = queue(log.engine(), credited("a", 1));
      await().until(() -> waitingForTheLock() == 1);
      late = queueLookingAt(engine, credited("c", 0), "a", 0);
      await().until(() -> waitingForTheLock() == 2);
    }
    earlier.context().awaitStored();
    assertStale(late);
    assertThat(engine.lastSequenceNumberFor("c")).isEmpty();
    assertThat(log.isGapless()).isTrue();
  }

  /** It went on from there itself: what it appends to is guarded by the append. */
  @Test
  void aggregateThatTheCommandAppendsToCanChangeMeanwhile() {
    PostgresEventStorageEngine engine = log.engine();
    engine.appendEvents(credited("a", 0));
    DefaultUnitOfWork<?> unit =
        DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("c"));
    AppendContext context = AppendContext.withoutKey();
    context.attachTo(unit);
    context.lookedAt("a", 0);
    engine.appendEvents(credited("a", 1));
    engine.appendEvents(credited("b", 0));
    unit.commit();
    assertThat(context.lookedAt()).isEmpty();
    assertThat(context.lastPosition()).hasValue(3);
  }

  @Test
  void commandWithoutEventsIsStaleIfAnAggregateItReadHasChanged() throws SQLException {
    PostgresEventStorageEngine engine = log.engine();
    engine.appendEvents(credited("a", 0));
    AppendContext onStored = AppendContext.withoutKey();
    AppendContext onLost = AppendContext.withoutKey();
    try (HeldLock _ = new HeldLock(log)) {
      onStored.restOn(queue(engine, credited("b", 0)).append());
      onLost.restOn(queue(engine, credited("a", 0)).append());
    }
    onStored.awaitStored();
    assertThat(onStored.awaitFoundation()).isTrue();
    assertThat(onStored.lastPosition()).isEmpty();
    assertThatThrownBy(onLost::awaitStored).isInstanceOf(ConcurrencyException.class);
    assertThat(onLost.awaitFoundation()).isFalse();
  }

  /** A fault of its own append says nothing against what the command looked at. */
  @Test
  void lostAppendOfTheSameCommandIsNotItsBasis() throws SQLException {
    PostgresEventStorageEngine engine = log.engine();
    engine.appendEvents(credited("a", 0));
    Queued stored;
    Queued lost;
    try (HeldLock _ = new HeldLock(log)) {
      stored = queue(engine, credited("b", 0));
      lost = queue(engine, credited("a", 0), stored);
    }
    assertStale(lost);
    assertThat(lost.context().awaitFoundation()).isTrue();
  }

  @Test
  void appendReturnsDurableUnlessDeferred() {
    PostgresEventStorageEngine engine = log.engine();
    DefaultUnitOfWork<?> unit =
        DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("c"));
    AppendContext context = AppendContext.withoutKey();
    context.attachTo(unit);
    engine.appendEvents(List.of(credited("a", 0), credited("a", 1)));
    unit.commit();
    assertThat(context.firstPosition()).hasValue(1);
    assertThat(context.lastPosition()).hasValue(2);
  }
}
