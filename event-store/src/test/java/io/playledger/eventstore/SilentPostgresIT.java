package io.playledger.eventstore;

import static io.playledger.eventstore.TestEvents.credited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.eventstore.chain.ChainVerifier;
import io.playledger.postgres.PostgresServer;
import io.playledger.postgres.PostgresSettings;
import io.playledger.postgres.StoppedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL accepts connections but does not answer, as with a hanging disk. */
@Tag("proof")
class SilentPostgresIT {

  private static final int STATEMENT_MILLIS_MAX = 500;
  private static final Duration ANSWERED_MAX = Duration.ofSeconds(6);
  private static final Duration GIVEN_UP_MAX = Duration.ofSeconds(30);

  @TempDir private static Path folder;

  private final CountingObserver observer = new CountingObserver();
  private PostgresServer server;
  private TestLog log;
  private Callers callers;
  private PostgresEventStorageEngine engine;

  @BeforeEach
  void start() {
    server = PostgresServer.start(PostgresSettings.in(folder.resolve("data")));
    log = TestLog.on(server.databaseCreatedIfMissing("silent"));
    callers = new Callers();
    EventStoreLimits limits =
        new EventStoreLimits(
            2,
            300,
            2_000,
            1,
            10,
            1 << 20,
            10,
            1 << 16,
            100,
            1_000,
            STATEMENT_MILLIS_MAX,
            STATEMENT_MILLIS_MAX,
            10,
            1,
            10,
            10);
    engine = log.engine(builder -> builder.limits(limits).observer(observer));
    engine.appendEvents(credited("a", 0));
  }

  @AfterEach
  void stop() {
    callers.close();
    log.close();
    server.close();
  }

  private record Answered(Throwable with, Duration after) {}

  private Future<Answered> append(String account, long sequence) {
    Callable<Answered> appending =
        () -> {
          long began = System.nanoTime();
          Throwable failure = null;
          try {
            engine.appendEvents(credited(account, sequence));
          } catch (RuntimeException e) {
            failure = e;
          }
          return new Answered(failure, Duration.ofNanos(System.nanoTime() - began));
        };
    return callers.ask(appending);
  }

  private static void assertAnswered(Future<Answered> sent, Class<? extends Throwable> with)
      throws Exception {
    assertThat(sent.get().with()).isInstanceOf(with);
    assertThat(sent.get().after()).isLessThan(ANSWERED_MAX);
  }

  private long stored(String account) {
    return log.number(
        "SELECT count(*) FROM event_store.events WHERE aggregate_id = '%s'".formatted(account));
  }

  @Test
  void everyCallerGetsATrueAnswerInTime() throws Exception {
    Future<Answered> taken;
    Future<Answered> waiting;
    try (StoppedPostgres _ = StoppedPostgres.of(server.pid())) {
      taken = append("a", 1);
      await().until(() -> engine.queueLength() == 0 && !taken.isDone());
      waiting = append("b", 0);
      await().until(() -> engine.queueLength() == 1);
      append("c", 0);
      await().until(() -> engine.queueLength() == 2);
      Future<Answered> turnedAway = append("d", 0);

      assertAnswered(turnedAway, EventStoreUnavailableException.class);
      assertAnswered(taken, AppendOutcomeUnknownException.class);
      assertAnswered(waiting, EventStoreUnavailableException.class);
    }
    // nobody had given the connection up, so what was sent is stored
    await().until(() -> stored("a") == 2);
    engine.appendEvents(credited("a", 2));
    assertThat(stored("b") + stored("d")).isZero();
    assertThat(log.isGapless()).isTrue();
  }

  @Test
  void silentConnectionIsAbandonedAndStoresNothingLater() throws Exception {
    Future<Answered> taken;
    try (StoppedPostgres _ = StoppedPostgres.of(server.pid())) {
      taken = append("a", 1);
      await().atMost(GIVEN_UP_MAX).until(() -> observer.lost.get() > 0);
      assertAnswered(taken, AppendOutcomeUnknownException.class);
      // the next one finds nobody to connect to
      Future<Answered> later = append("b", 0);
      assertThat(later.get().with()).isInstanceOf(EventStoreUnavailableException.class);
    }
    long known =
        await()
            .ignoreExceptions()
            .atMost(GIVEN_UP_MAX)
            .until(
                () -> {
                  engine.appendEvents(credited("c-" + UUID.randomUUID(), 0));
                  return stored("a");
                },
                count -> true);
    // the earlier backend was ended before the new session stored anything
    engine.appendEvents(credited("a", known));
    assertThat(stored("a")).isEqualTo(known + 1);
    assertThat(stored("b")).isZero();
    assertThat(log.isGapless()).isTrue();
    assertThat(new ChainVerifier(log.pool(), TestLog.SCHEMA).verify().isComplete()).isTrue();
  }
}
