package io.playledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.playledger.runtime.deadletter.DeadLetter;
import io.playledger.runtime.deadletter.DeadLetterClosedException;
import io.playledger.runtime.deadletter.DeadLetters;
import io.playledger.runtime.processor.ProcessorOverview;
import io.playledger.runtime.processor.ProcessorStatus;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.CounterProjection;
import io.playledger.runtime.sample.SampleApplication;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeadLettersIT {

  private static final String PROCESSOR = "projections.counters";

  private static SampleApplication application;

  private final String broken = "counter:" + UUID.randomUUID();
  private final String sound = "counter:" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    application = SampleApplication.on(SampleApplication.newDatabase());
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @AfterEach
  void mend() {
    application.get(CounterProjection.class).mend();
    letters().list(PROCESSOR, 100).stream()
        .filter(letter -> letter.cause() != null)
        .forEach(letter -> letters().retry(letter.id()));
  }

  @Test
  void failedEventIsParkedAndOnlyItsAggregateWaits() {
    breakOneOfABatch();

    assertThat(application.total(sound)).isEqualTo(3);
    assertThat(application.total(broken)).isEqualTo(1);
    List<DeadLetter> open = letters().list(PROCESSOR, 100);
    assertThat(open).extracting(DeadLetter::sequence).containsExactly(broken, broken);
    assertThat(open).extracting(DeadLetter::eventType).containsOnly("counter.CounterStepped");
    assertThat(open.getFirst().cause()).contains("division by zero");
    assertThat(open.getLast().cause()).isNull();
    assertThat(status().deadLetters()).isEqualTo(2);
    assertThat(status().lag()).isZero();
  }

  @Test
  void retryHandlesTheWaitingEventsInOrder() {
    breakOneOfABatch();
    DeadLetter letter = letters().list(PROCESSOR, 1).getFirst();

    assertThat(letters().retry(letter.id())).isFalse();
    assertThat(letters().find(letter.id()).orElseThrow().attempts()).isEqualTo(2);

    application.get(CounterProjection.class).mend();
    assertThat(letters().retry(letter.id())).isTrue();
    assertThat(letters().list(PROCESSOR, 100)).isEmpty();
    assertThat(application.total(broken)).isEqualTo(1 + 13 + 1);
    long position = application.send(new Step(broken, 1)).position();
    assertThat(application.reached(position)).isTrue();
    assertThat(application.total(broken)).isEqualTo(16);
  }

  /** Whoever comes second waits for the lock, and then finds nothing left to do. */
  @Test
  void retriesAtOnceHandleAnEventOnce() throws Exception {
    breakOneOfABatch();
    application.get(CounterProjection.class).mend();
    UUID letter = letters().list(PROCESSOR, 1).getFirst().id();
    List<Future<Boolean>> retries = new ArrayList<>();
    try (ExecutorService admins = Executors.newVirtualThreadPerTaskExecutor();
        Connection connection = application.get(DataSource.class).getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('dead:%s', 0))".formatted(PROCESSOR));
      }
      for (int admin = 0; admin < 3; admin++) {
        retries.add(admins.submit(() -> letters().retry(letter)));
      }
      await().until(this::waitingForLetters, waiting -> waiting == 3);
      connection.rollback();
    }
    assertThat(retries.stream().filter(retry -> retry.state() == Future.State.SUCCESS)).hasSize(1);
    assertThat(retries.stream().filter(retry -> retry.state() == Future.State.FAILED))
        .extracting(Future::exceptionNow)
        .hasSize(2)
        .hasOnlyElementsOfType(DeadLetterClosedException.class);
    assertThat(application.total(broken)).isEqualTo(15);
    assertThat(steps(broken)).isEqualTo(3);
  }

  private Long waitingForLetters() {
    return application
        .sql()
        .queryForObject(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted",
            Long.class);
  }

  private static Long steps(String counter) {
    return application
        .sql()
        .queryForObject(
            "SELECT count(*) FROM read_model.counter_step WHERE counter_id = ?",
            Long.class,
            counter);
  }

  @Test
  void letterIsDiscardedOnceAndNotRetriedAfterwards() {
    breakOneOfABatch();
    UUID letter = letters().list(PROCESSOR, 1).getFirst().id();
    letters().discard(letter, "a bad day", "admin-1");

    assertThatThrownBy(() -> letters().discard(letter, "another reason", "admin-2"))
        .isInstanceOf(DeadLetterClosedException.class);
    assertThatThrownBy(() -> letters().retry(letter)).isInstanceOf(DeadLetterClosedException.class);
    assertThat(letters().find(letter).orElseThrow().discardReason()).isEqualTo("a bad day");
  }

  /** The batch of all others is still handled as one, behind one savepoint. */
  @Test
  void eventsOfOtherAggregatesAreHandledTogetherBesideAnOpenLetter() {
    breakOneOfABatch();
    application.get(ProcessorOverview.class).pause(PROCESSOR);
    application.send(new Step(sound, 1));
    application.send(new Step(broken, 1));
    long last = application.send(new Step(sound, 1)).position();
    int flushes = application.get(CounterProjection.class).flushes();
    application.get(ProcessorOverview.class).resume(PROCESSOR);
    assertThat(application.reached(last)).isTrue();

    assertThat(application.total(sound)).isEqualTo(5);
    assertThat(letters().list(PROCESSOR, 100)).hasSize(3);
    assertThat(application.get(CounterProjection.class).flushes() - flushes).isEqualTo(1);
  }

  @Test
  void missingTableStopsTheProcessorAndParksNothing() {
    application.send(new OpenCounter(sound));
    application.sql().execute("ALTER TABLE read_model.counter_step RENAME TO counter_step_gone");
    long position = application.send(new Step(sound, 1)).position();
    await().until(() -> status().error() != null);
    assertThat(status().error()).contains("counter_step");
    assertThat(letters().list(PROCESSOR, 100)).isEmpty();

    application.sql().execute("ALTER TABLE read_model.counter_step_gone RENAME TO counter_step");
    assertThat(application.reached(position)).isTrue();
    assertThat(application.total(sound)).isEqualTo(1);
  }

  @Test
  void discardedEventIsKeptWithItsReasonAndLaterEventsAreHandled() {
    breakOneOfABatch();
    DeadLetter letter = letters().list(PROCESSOR, 1).getFirst();
    letters().discard(letter.id(), "a bad day", "admin-1");

    assertThat(letters().list(PROCESSOR, 100)).isEmpty();
    DeadLetter kept = letters().find(letter.id()).orElseThrow();
    assertThat(kept.discardReason()).isEqualTo("a bad day");
    assertThat(kept.discardedBy()).isEqualTo("admin-1");
    // the event after it set the total of its own
    assertThat(application.total(broken)).isEqualTo(15);
  }

  /** Axon's worker would end without a word, and hold the claim for as long as the server runs. */
  @Test
  void handlerThatThrowsAnErrorIsRetriedUntilItSucceeds() {
    application.get(CounterProjection.class).dieOn(17);
    application.send(new OpenCounter(sound));
    long position = application.send(new Step(sound, 17)).position();
    await().until(() -> status().error() != null);
    assertThat(status().error()).contains("NoClassDefFoundError");
    assertThat(letters().list(PROCESSOR, 100)).isEmpty();

    application.get(CounterProjection.class).mend();
    assertThat(application.reached(position)).isTrue();
    assertThat(application.total(sound)).isEqualTo(17);
  }

  @Test
  void pausedProcessorHandlesNothingUntilItIsResumed() {
    application.send(new OpenCounter(sound));
    application.get(ProcessorOverview.class).pause(PROCESSOR);
    long position = application.send(new Step(sound, 1)).position();
    assertThat(status().running()).isFalse();
    assertThat(status().lag()).isPositive();
    await().until(() -> status().lagMillis() >= 50);
    TimeGauge age =
        application
            .get(MeterRegistry.class)
            .get("playledger.processor.lag.age")
            .tag("processor", PROCESSOR)
            .timeGauge();
    assertThat(age.value(TimeUnit.MILLISECONDS)).isBetween(50.0, 60_000.0);

    application.get(ProcessorOverview.class).resume(PROCESSOR);
    assertThat(application.reached(position)).isTrue();
    assertThat(application.total(sound)).isEqualTo(1);
    assertThat(status().lagMillis()).isZero();
    assertThat(age.value(TimeUnit.MILLISECONDS)).isZero();
  }

  /** All in one batch, since the processor is paused while they are appended. */
  private void breakOneOfABatch() {
    application.get(CounterProjection.class).breakOn(13);
    application.get(ProcessorOverview.class).pause(PROCESSOR);
    application.send(new OpenCounter(sound));
    application.send(new OpenCounter(broken));
    application.send(new Step(sound, 1));
    application.send(new Step(broken, 1));
    application.send(new Step(broken, 13));
    application.send(new Step(sound, 1));
    application.send(new Step(broken, 1));
    long last = application.send(new Step(sound, 1)).position();
    application.get(ProcessorOverview.class).resume(PROCESSOR);
    assertThat(application.reached(last)).isTrue();
  }

  private static DeadLetters letters() {
    return application.get(DeadLetters.class);
  }

  private static ProcessorStatus status() {
    return application.get(ProcessorOverview.class).processors().stream()
        .filter(status -> status.name().equals(PROCESSOR))
        .findFirst()
        .orElseThrow();
  }
}
