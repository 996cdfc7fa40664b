package io.playledger.eventstore;

import static io.playledger.eventstore.TestEvents.credited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playledger.eventstore.append.AppendContext;
import io.playledger.eventstore.chain.ChainVerifier;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class BrokenConnectionIT {
  private static final String WAITERS =
      "FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
          + " WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()";

  private final CountingObserver observer = new CountingObserver();
  private TestLog log;
  private CuttingProxy proxy;
  private Callers callers;
  private PostgresEventStorageEngine engine;

  @BeforeEach
  void open() throws IOException {
    log = TestLog.fresh();
    callers = new Callers();
    PGSimpleDataSource direct = (PGSimpleDataSource) log.plain();
    proxy = new CuttingProxy(direct.getPortNumbers()[0]);
    PGSimpleDataSource throughProxy = (PGSimpleDataSource) log.plain();
    throughProxy.setPortNumbers(new int[] {proxy.port()});
    engine =
        log.engine(
            b ->
                b.writerDataSource(throughProxy)
                    .observer(observer)
                    .limits(EventStoreLimits.defaults().withWaits(1_000, 20_000, 1_500)));
    engine.appendEvents(credited("first", 0));
  }

  @AfterEach
  void close() throws IOException {
    callers.close();
    log.close();
    proxy.close();
  }

  private long waitingForTheLock() {
    return log.number("SELECT count(*) " + WAITERS);
  }

  /** Queues commands behind one that the lock holds up, so that they travel in one batch. */
  private Future<?> sendOne(String account) {
    return callers.call(() -> engine.appendEvents(credited(account, 0)));
  }

  private void isStoredOnce(String account) {
    assertThat(
            log.number(
                "SELECT count(*) FROM event_store.events WHERE aggregate_id = '" + account + "'"))
        .isEqualTo(1);
    assertThat(log.isGapless()).isTrue();
    assertThat(new ChainVerifier(log.pool(), TestLog.SCHEMA).verify().isComplete()).isTrue();
  }

  @Test
  void terminatedBackendLosesNothing() throws SQLException {
    Future<?> sent;
    try (HeldLock _ = new HeldLock(log)) {
      sent = sendOne("a");
      await().until(() -> waitingForTheLock() == 1);
      log.execute("SELECT pg_terminate_backend(pid) " + WAITERS);
      await().until(() -> observer.lost.get() == 1);
    }
    assertThat(Callers.outcome(sent)).isNull();
    isStoredOnce("a");
  }

  @Test
  void commandWithALostReplyIsFoundToBeStored() {
    proxy.cutTheNextReply();

    engine.appendEvents(credited("a", 0));

    assertThat(observer.lost).hasValue(1);
    isStoredOnce("a");
  }

  @Test
  void commandWithALostReplyGetsItsPositions() {
    DefaultUnitOfWork<?> unit =
        new DefaultUnitOfWork<>(GenericCommandMessage.asCommandMessage("c"));
    CommandKey key = new CommandKey("user", UUID.randomUUID(), new byte[] {1});
    AppendContext context = AppendContext.keyed(key, () -> "{}");
    unit.start();
    context.attachTo(unit);
    proxy.cutTheNextReply();
    engine.appendEvents(java.util.List.of(credited("a", 0), credited("a", 1)));
    unit.commit();

    assertThat(context.firstPosition()).hasValue(2);
    assertThat(context.lastPosition()).hasValue(3);
    assertThat(log.outcomes().find("user", key.key()).orElseThrow().position()).isEqualTo(3);
  }

  @Test
  void backendThatOutlivesItsConnectionStoresNothingLater() throws SQLException {
    Future<?> sent;
    try (HeldLock _ = new HeldLock(log)) {
      sent = sendOne("a");
      await().until(() -> waitingForTheLock() == 1);
      // the old backend knows nothing of it and still waits for the lock
      long old = log.number("SELECT pid " + WAITERS);
      proxy.cutClients();
      // the new session has looked, has found nothing, and has sent the batch again
      await().until(() -> log.number("SELECT count(*) " + WAITERS + " AND pid <> " + old) == 1);
    }
    assertThat(Callers.outcome(sent)).isNull();
    isStoredOnce("a");
  }

  @Test
  void outcomeIsUnknownWithoutADatabaseAndLaterCommandsAreNotStored() throws SQLException {
    Future<?> sent;
    Future<?> queued;
    try (HeldLock _ = new HeldLock(log)) {
      sent = sendOne("a");
      await().until(() -> waitingForTheLock() == 1);
      proxy.refuseNewcomers(true);
      proxy.cutClients();
      queued = sendOne("b");
      assertThat(Callers.outcome(sent)).isInstanceOf(AppendOutcomeUnknownException.class);
      assertThat(Callers.outcome(queued)).isInstanceOf(EventStoreUnavailableException.class);
    }
    assertThat(observer.unknown).hasValue(1);
    // and it was indeed stored in the end: the old backend got its lock
    await().until(() -> engine.head() == 2);

    proxy.refuseNewcomers(false);
    DomainEventMessage<?> again = credited("b", 0);
    engine.appendEvents(again);
    assertThatThrownBy(() -> engine.appendEvents(credited("a", 0)))
        .isInstanceOf(ConcurrencyException.class);
    isStoredOnce("a");
    isStoredOnce("b");
  }
}
