package io.playledger.eventstore;

import static io.playledger.eventstore.TestEvents.credited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playledger.eventstore.chain.ChainVerifier;
import io.playledger.postgres.PostgresServer;
import io.playledger.postgres.PostgresSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@Tag("proof")
class KilledPostgresIT {
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean enough = new AtomicBoolean();

  @Test
  void everyAnswerIsTrueIfPostgresqlIsKilled(@TempDir Path folder) throws Exception {
    PostgresSettings settings = PostgresSettings.in(folder.resolve("data"));
    PostgresServer server = PostgresServer.start(settings);
    settings = settings.withPort(server.port());
    try (TestLog log = TestLog.on(server.databaseCreatedIfMissing("crash"));
        Callers callers = new Callers()) {
      // whatever the database says: the writer asks for durability itself
      log.execute("ALTER DATABASE crash SET synchronous_commit = off");
      PostgresEventStorageEngine engine = log.engine();
      for (int i = 0; i < 32; i++) {
        String account = "account-" + i;
        callers.call(() -> appendUntilEnough(engine, account));
      }
      for (int round = 1; round <= 3; round++) {
        int before = acknowledged.size();
        await().until(() -> acknowledged.size() > before + 500);
        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
        server.close();
        server = PostgresServer.start(settings);
      }
      int before = acknowledged.size();
      await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > before + 500);
      enough.set(true);
      assertThat(callers.outcomes()).containsOnlyNulls();

      Set<String> stored = ConcurrentHashMap.newKeySet();
      engine.readEvents(null, false).forEach(event -> stored.add(event.getIdentifier()));
      assertThat(stored).containsAll(acknowledged);
      assertThat(refused).noneMatch(stored::contains);
      assertThat(stored.size()).isLessThanOrEqualTo(acknowledged.size() + unknown.size());
      assertThat(log.number("SELECT count(*) FROM event_store.events")).isEqualTo(stored.size());
      assertThat(log.isGapless()).isTrue();
      assertThat(new ChainVerifier(log.pool(), TestLog.SCHEMA).verify().isComplete()).isTrue();
    } finally {
      enough.set(true);
      server.close();
    }
  }

  /** The batch is durable, and PostgreSQL dies before the commands are acknowledged. */
  @Test
  void committedCommandIsAcknowledgedAfterPostgresqlRestarts(@TempDir Path folder)
      throws Exception {
    try (Mortal postgres = new Mortal(folder)) {
      postgres.engine().appendEvents(credited("a", 0));
      Future<?> sent =
          postgres.callers.call(
              () -> {
                postgres.proxy.insteadOfTheNextReply(postgres::kill);
                postgres.engine().appendEvents(credited("a", 1));
              });
      postgres.awaitDeath();
      postgres.startAgain();
      assertThat(Callers.outcome(sent)).isNull();
      assertThat(postgres.log.number(STORED)).isEqualTo(2);
      assertThat(postgres.log.isGapless()).isTrue();
    }
  }

  /** PostgreSQL stays away for longer than anybody waits. */
  @Test
  void commitThatCannotBeLookedUpIsAnUnknownOutcome(@TempDir Path folder) throws Exception {
    try (Mortal postgres = new Mortal(folder)) {
      postgres.engine().appendEvents(credited("a", 0));
      postgres.proxy.insteadOfTheNextReply(postgres::kill);
      assertThatThrownBy(() -> postgres.engine().appendEvents(credited("a", 1)))
          .isInstanceOf(AppendOutcomeUnknownException.class);
      postgres.startAgain();
      assertThat(postgres.log.number(STORED)).isEqualTo(2);
      postgres.engine().appendEvents(credited("a", 2));
      assertThat(postgres.log.isGapless()).isTrue();
    }
  }

  private static final String STORED = "SELECT count(*) FROM event_store.events";

  /** A PostgreSQL that is killed on purpose, and an engine that reaches it through a proxy. */
  private static final class Mortal implements AutoCloseable {
    private final PostgresSettings settings;
    private final TestLog log;
    private final CuttingProxy proxy;
    private final Callers callers = new Callers();
    private final PostgresEventStorageEngine engine;
    private PostgresServer server;

    Mortal(Path folder) throws IOException {
      PostgresSettings anyPort = PostgresSettings.in(folder.resolve("data"));
      server = PostgresServer.start(anyPort);
      settings = anyPort.withPort(server.port());
      log = TestLog.on(server.databaseCreatedIfMissing("mortal"));
      proxy = new CuttingProxy(server.port());
      PGSimpleDataSource throughProxy = (PGSimpleDataSource) log.plain();
      throughProxy.setPortNumbers(new int[] {proxy.port()});
      engine =
          log.engine(
              builder ->
                  builder
                      .writerDataSource(throughProxy)
                      .limits(EventStoreLimits.defaults().withWaits(1_000, 20_000, 8_000)));
    }

    PostgresEventStorageEngine engine() {
      return engine;
    }

    void kill() {
      ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
      awaitDeath();
    }

    void awaitDeath() {
      await().until(() -> !server.isRunning());
    }

    void startAgain() {
      server.close();
      server = PostgresServer.start(settings);
    }

    @Override
    public void close() throws IOException {
      callers.close();
      log.close();
      proxy.close();
      server.close();
    }
  }

  private void appendUntilEnough(PostgresEventStorageEngine engine, String account) {
    for (long sequence = 0; !enough.get(); ) {
      DomainEventMessage<?> event = credited(account, sequence);
      try {
        engine.appendEvents(event);
        acknowledged.add(event.getIdentifier());
        sequence++;
      } catch (EventStoreUnavailableException e) {
        refused.add(event.getIdentifier());
      } catch (AppendOutcomeUnknownException e) {
        unknown.add(event.getIdentifier());
        sequence = nextSequence(engine, account);
      }
    }
  }

  private static long nextSequence(PostgresEventStorageEngine engine, String account) {
    return await()
        .ignoreExceptions()
        .atMost(Duration.ofSeconds(30))
        .until(() -> engine.lastSequenceNumberFor(account).orElse(-1L) + 1, next -> true);
  }
}
