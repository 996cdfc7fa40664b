package io.playledger.eventstore;

import static io.playledger.eventstore.TestEvents.credited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.postgres.PostgresServer;
import io.playledger.postgres.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledPostgresIT {
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean enough = new AtomicBoolean();

  @Test
  void everyAnswerIsTrueWhenPostgresIsKilled(@TempDir Path folder) throws Exception {
    PostgresSettings settings = PostgresSettings.in(folder.resolve("data"));
    PostgresServer server = PostgresServer.start(settings);
    settings = settings.withPort(server.port());
    try (TestLog log = TestLog.on(server.databaseCreatedIfMissing("crash"));
        Callers callers = new Callers()) {
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
