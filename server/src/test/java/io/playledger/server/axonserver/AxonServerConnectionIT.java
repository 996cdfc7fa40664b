package io.playledger.server.axonserver;

import static io.playledger.server.axonserver.LogInAxonServer.append;
import static io.playledger.server.axonserver.LogInAxonServer.credited;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.eventstore.AppendOutcomeUnknownException;
import io.playledger.eventstore.CommandKey;
import io.playledger.eventstore.DuplicateCommandException;
import io.playledger.eventstore.EventStoreUnavailableException;
import io.playledger.eventstore.StoredOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;

/** Connections that break at any moment: what an append says is what is stored. */
class AxonServerConnectionIT {

  private static final int WRITERS = 8;
  private static final int COMMANDS_EACH = 60;
  private static final int CUT_EVERY_COMMANDS = 40;

  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void everyAnswerOverABrokenConnectionIsTrue() throws Exception {
    String host = RealAxonServer.emptied();
    try (CuttingRelay relay = new CuttingRelay(host);
        LogInAxonServer log = new LogInAxonServer(relay.address(), LogInAxonServer.newDatabase());
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      log.copy().start();
      List<Future<?>> all = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        String account = "account-" + writer;
        all.add(writers.submit(() -> write(log, relay, account)));
      }
      for (Future<?> one : all) {
        one.get(5, TimeUnit.MINUTES);
      }

      for (int writer = 0; writer < WRITERS; writer++) {
        assertThat(
                log.engine()
                    .readEvents("account-" + writer, 0)
                    .asStream()
                    .map(DomainEventMessage::getSequenceNumber))
            .containsExactlyElementsOf(LongStream.range(0, COMMANDS_EACH).boxed().toList());
      }
      // each command's event and its answer, nothing twice
      assertThat(log.engine().head()).isEqualTo(2L * WRITERS * COMMANDS_EACH);
      assertThat(log.copy().await(log.engine().head(), 20_000)).isTrue();
    }
    System.out.println(asked + " commands of which a cut left the outcome unknown");
  }

  private void write(LogInAxonServer log, CuttingRelay relay, String account) {
    Random random = new Random(account.hashCode());
    for (long sequence = 0; sequence < COMMANDS_EACH; sequence++) {
      CommandKey key = new CommandKey("writer", UUID.randomUUID(), new byte[] {1});
      if (done.incrementAndGet() % CUT_EVERY_COMMANDS == random.nextInt(3)) {
        Thread.ofVirtual().start(relay::cut);
      }
      store(log, key, account, sequence);
    }
  }

  /** As a client does: the same key until there is an answer. */
  private void store(LogInAxonServer log, CommandKey key, String account, long sequence) {
    while (true) {
      try {
        append(log.engine(), key, "1", List.of(credited(account, sequence)));
        return;
      } catch (DuplicateCommandException first) {
        assertThat(first.outcome().answers(key)).isTrue();
        return;
      } catch (AppendOutcomeUnknownException unknown) {
        asked.incrementAndGet();
        Optional<StoredOutcome> found = find(log, key);
        if (found.isPresent()) {
          return;
        }
      } catch (EventStoreUnavailableException notThisTime) {
        awaitAnswer(log);
      }
    }
  }

  private static Optional<StoredOutcome> find(LogInAxonServer log, CommandKey key) {
    awaitAnswer(log);
    try {
      return log.engine().outcomes().find(key.scope(), key.key());
    } catch (EventStoreUnavailableException cutAgain) {
      return Optional.empty();
    }
  }

  private static void awaitAnswer(LogInAxonServer log) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .ignoreException(EventStoreUnavailableException.class)
        .until(() -> log.engine().head() >= 0);
  }
}
