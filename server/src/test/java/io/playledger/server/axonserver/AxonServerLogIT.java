package io.playledger.server.axonserver;

import static io.playledger.server.axonserver.LogInAxonServer.append;
import static io.playledger.server.axonserver.LogInAxonServer.credited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playledger.axonserver.AxonServerEventStore;
import io.playledger.axonserver.CommandAnswered;
import io.playledger.axonserver.ForeignLogException;
import io.playledger.axonserver.LogMove;
import io.playledger.eventstore.CommandKey;
import io.playledger.eventstore.DuplicateCommandException;
import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.eventstore.StoredOutcome;
import io.playledger.eventstore.chain.ChainCheckpoint;
import io.playledger.eventstore.chain.ChainVerifier;
import io.playledger.eventstore.read.EventRecord;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.server.axonserver.LogInAxonServer.Credited;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.messaging.Message;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of the log, on a real Axon Server. */
class AxonServerLogIT {

  private static final int CALLERS = 20;

  private String host;
  private LogInAxonServer log;

  @BeforeEach
  void open() {
    host = RealAxonServer.emptied();
    log = new LogInAxonServer(host, LogInAxonServer.newDatabase());
  }

  @AfterEach
  void close() {
    if (log != null) {
      log.close();
    }
  }

  @Test
  void positionsBeginAtOneAndAnAppendLearnsItsOwn() {
    assertThat(log.engine().head()).isZero();

    long first = append(log.engine(), key(), null, List.of(credited("a", 0), credited("b", 0)));
    long second = append(log.engine(), key(), null, List.of(credited("a", 1)));

    // the answer and two events, then the answer and one
    assertThat(first).isEqualTo(3);
    assertThat(second).isEqualTo(5).isEqualTo(log.engine().head());
    assertThat(positionsAfter(0)).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(positionsAfter(3)).containsExactly(4L, 5L);
    assertThat(positionsAfter(5)).isEmpty();
  }

  @Test
  void lostRaceStoresNothingOfTheCommand() {
    log.engine().appendEvents(List.of(credited("a", 0)));

    assertThatThrownBy(() -> log.engine().appendEvents(List.of(credited("b", 0), credited("a", 0))))
        .isInstanceOf(ConcurrencyException.class);
    assertThatThrownBy(
            () -> append(log.engine(), key(), "1", List.of(credited("b", 0), credited("a", 5))))
        .isInstanceOf(ConcurrencyException.class);

    assertThat(log.engine().head()).isEqualTo(1);
    assertThat(log.engine().readEvents("b", 0).hasNext()).isFalse();
    assertThat(log.engine().lastSequenceNumberFor("b")).isEmpty();
    assertThat(log.engine().lastSequenceNumberFor("a")).contains(0L);
  }

  @Test
  void repeatedKeyReturnsTheFirstAnswerAndStoresNothing() {
    log.copy().start();
    CommandKey key = key();
    long position = append(log.engine(), key, "\"done\"", List.of(credited("a", 0)));

    StoredOutcome atOnce = refused(key, "a", 1);
    assertThat(await(position)).isTrue();
    StoredOutcome copied = refused(key, "b", 0);

    assertThat(atOnce.resultJson()).isEqualTo("\"done\"").isEqualTo(copied.resultJson());
    assertThat(atOnce.position()).isEqualTo(position).isEqualTo(copied.position());
    assertThat(atOnce.answers(key)).isTrue();
    assertThat(atOnce.answers(new CommandKey(key.scope(), key.key(), new byte[] {9}))).isFalse();
    assertThat(log.engine().outcomes().find(key.scope(), key.key())).contains(copied);
    assertThat(log.engine().outcomes().find("somebody else", key.key())).isEmpty();
    assertThat(log.engine().head()).isEqualTo(position);
  }

  @Test
  void onlyOneOfManyParallelRepeatsIsStored() throws Exception {
    log.copy().start();
    CommandKey key = key();
    List<Callable<Boolean>> commands = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      String account = "account-" + i;
      commands.add(() -> stored(key, account));
    }

    assertThat(atOnce(commands).stream().filter(stored -> stored)).hasSize(1);
    assertThat(log.engine().head()).isEqualTo(2);
  }

  @Test
  void onlyOneOfManyParallelAppendsToOneAggregateIsStored() throws Exception {
    List<Callable<Boolean>> commands = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      commands.add(() -> stored(key(), "contended"));
    }

    assertThat(atOnce(commands).stream().filter(stored -> stored)).hasSize(1);
    assertThat(log.engine().lastSequenceNumberFor("contended")).contains(0L);
  }

  @Test
  void rejectionIsStoredUnderItsKey() {
    log.copy().start();
    CommandKey key = key();
    StoredOutcome first =
        log.engine().outcomes().recordRejection(key, "{\"code\":\"NO\"}").outcome();
    StoredOutcome second =
        log.engine().outcomes().recordRejection(key, "{\"code\":\"OTHER\"}").outcome();

    assertThat(first.rejected()).isTrue();
    assertThat(second).isEqualTo(first);
    assertThat(refused(key, "a", 0)).isEqualTo(first);
    assertThat(log.engine().outcomes().recordWithoutEvents(key(), "1").first()).isTrue();
  }

  @Test
  void streamReadsStoredAndLaterEvents() throws Exception {
    log.engine().appendEvents(List.of(credited("a", 0)));
    try (TrackingEventStream stream =
        AxonServerEventStore.on(log.engine()).openStream(new GlobalSequenceTrackingToken(0))) {
      assertThat(position(stream.nextAvailable())).isEqualTo(1);
      CountDownLatch called = new CountDownLatch(1);
      assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();
      log.engine().appendEvents(List.of(credited("a", 1)));

      assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
      TrackedEventMessage<?> event = stream.nextAvailable();
      assertThat(position(event)).isEqualTo(2);
      assertThat(event.getPayload()).isEqualTo(new Credited("a", 101));
      assertThat(event.getMetaData()).containsEntry("actorId", "ada");
    }
  }

  @Test
  void snapshotsAreReadBack() {
    log.engine().appendEvents(List.of(credited("a", 0), credited("a", 1)));
    log.engine()
        .storeSnapshot(
            new GenericDomainEventMessage<>("Account", "a", 1, new Credited("state", 201)));

    DomainEventMessage<?> snapshot = log.engine().readSnapshot("a").orElseThrow();
    assertThat(snapshot.getSequenceNumber()).isEqualTo(1);
    assertThat(snapshot.getPayload()).isEqualTo(new Credited("state", 201));
    assertThat(log.engine().readSnapshot("b")).isEmpty();
    assertThat(log.engine().readEvents("a", 1).asStream().<Object>map(Message::getPayload).toList())
        .containsExactly(new Credited("a", 101));
  }

  @Test
  void copyHasTheSameEventsAtTheSamePositionsUnderAChain() {
    append(log.engine(), key(), "1", List.of(credited("a", 0), credited("b", 0)));
    log.copy().start();
    long last = append(log.engine(), key(), "2", List.of(credited("a", 1)));

    assertThat(await(last)).isTrue();
    List<EventRecord> copied = log.copied();
    assertThat(copied).hasSize(5);
    assertThat(copied.stream().map(EventRecord::eventId))
        .containsExactlyElementsOf(idsInAxonServer());
    assertThat(copied.get(1).payloadJson()).isEqualTo("{\"account\":\"a\",\"amount\":100}");
    assertThat(copied.get(1).metadataJson()).isEqualTo("{\"actorId\":\"ada\"}");
    assertThat(copied.get(0).aggregateType()).isEqualTo(CommandAnswered.AGGREGATE_TYPE);
    assertThat(copied.get((int) last - 1).aggregateType()).isEqualTo("Account");
    assertThat(
            new ChainVerifier(log.database().dataSource(), "event_store")
                .verify(ChainCheckpoint.START, Long.MAX_VALUE, (verified, head) -> {})
                .isComplete())
        .isTrue();
  }

  @Test
  void twoCopiersMakeOneCopy() {
    try (LogInAxonServer other = new LogInAxonServer(host, log.database())) {
      log.copy().start();
      other.copy().start();
      long last = 0;
      for (int i = 0; i < 200; i++) {
        last =
            append(
                i % 2 == 0 ? log.engine() : other.engine(), key(), "1", List.of(credited("a", i)));
      }

      assertThat(await(last)).isTrue();
      assertThat(log.copied().stream().map(EventRecord::eventId))
          .containsExactlyElementsOf(idsInAxonServer());
    }
  }

  @Test
  void copyOfAnotherLogIsRefused() {
    log.copy().start();
    assertThat(await(append(log.engine(), key(), "1", List.of(credited("a", 0))))).isTrue();
    PostgresDatabase copyOfTheFirst = log.database();
    log.close();
    log = null;

    RealAxonServer.emptied();
    log = new LogInAxonServer(host, copyOfTheFirst);
    assertThatThrownBy(() -> log.copy().start())
        .isInstanceOf(ForeignLogException.class)
        .hasMessageContaining("ends at 0");
    log.engine().appendEvents(LongStream.range(0, 9).mapToObj(s -> credited("z", s)).toList());
    assertThatThrownBy(() -> log.copy().start())
        .isInstanceOf(ForeignLogException.class)
        .hasMessageContaining("two logs");
  }

  @Test
  void logMovesFromPostgresqlWithItsKeys() {
    CommandKey key = key();
    long position;
    try (PostgresEventStorageEngine before = LogInAxonServer.engineOn(log.database())) {
      position = append(before, key, "\"first\"", List.of(credited("a", 0), credited("b", 0)));
      append(before, key(), null, List.of(credited("a", 1)));
      LogInAxonServer.outcomesOn(log.database())
          .recordRejection(key(), "{\"code\":\"NO\"}")
          .outcome();
    }
    LogMove move =
        new LogMove(
            log.session(),
            LogInAxonServer.reader(log.database()),
            LogInAxonServer.outcomesOn(log.database()),
            LogInAxonServer.JSON);
    List<String> ids = log.copied().stream().map(EventRecord::eventId).toList();
    move.toAxonServer();
    long moved = log.engine().head();
    move.toAxonServer();

    // three events, three answers; moving twice moves nothing more
    assertThat(moved).isEqualTo(6).isEqualTo(log.engine().head());
    assertThat(idsInAxonServer().subList(0, 3)).isEqualTo(ids);
    log.copy().start();
    assertThat(await(moved)).isTrue();
    StoredOutcome first = refused(key, "a", 2);
    assertThat(first.position()).isEqualTo(position);
    assertThat(first.resultJson()).isEqualTo("\"first\"");
    assertThat(append(log.engine(), key(), null, List.of(credited("a", 2)))).isEqualTo(8);
  }

  private StoredOutcome refused(CommandKey key, String account, long sequence) {
    return catchThrowableOfType(
            DuplicateCommandException.class,
            () -> append(log.engine(), key, "\"again\"", List.of(credited(account, sequence))))
        .outcome();
  }

  private boolean stored(CommandKey key, String account) {
    try {
      append(log.engine(), key, "1", List.of(credited(account, 0)));
      return true;
    } catch (DuplicateCommandException | ConcurrencyException lost) {
      return false;
    }
  }

  private static List<Boolean> atOnce(List<Callable<Boolean>> commands) throws Exception {
    List<Boolean> results = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(commands.size())) {
      for (Future<Boolean> result : callers.invokeAll(commands)) {
        results.add(result.get());
      }
    }
    return results;
  }

  private boolean await(long position) {
    try {
      return log.copy().await(position, TimeUnit.SECONDS.toMillis(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<Long> positionsAfter(long position) {
    try (Stream<? extends TrackedEventMessage<?>> events =
        log.engine().readEvents(new GlobalSequenceTrackingToken(position), false)) {
      return events.map(AxonServerLogIT::position).toList();
    }
  }

  private List<String> idsInAxonServer() {
    try (Stream<? extends TrackedEventMessage<?>> events =
        log.engine().readEvents(new GlobalSequenceTrackingToken(0), false)) {
      return events.map(Message::getIdentifier).toList();
    }
  }

  private static long position(TrackedEventMessage<?> event) {
    return event.trackingToken().position().orElseThrow();
  }

  private static CommandKey key() {
    return new CommandKey("ada", UUID.randomUUID(), new byte[] {1, 2, 3});
  }
}
