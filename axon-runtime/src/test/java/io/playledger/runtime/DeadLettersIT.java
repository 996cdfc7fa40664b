package io.playledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.playledger.runtime.deadletter.DeadLetter;
import io.playledger.runtime.deadletter.DeadLetters;
import io.playledger.runtime.processor.ProcessorOverview;
import io.playledger.runtime.processor.ProcessorStatus;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.CounterProjection;
import io.playledger.runtime.sample.SampleApplication;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
