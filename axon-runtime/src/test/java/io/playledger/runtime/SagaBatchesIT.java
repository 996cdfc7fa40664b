package io.playledger.runtime;

import static io.playledger.runtime.sample.EchoSaga.BREAKING;
import static io.playledger.runtime.sample.EchoSaga.ECHO;
import static io.playledger.runtime.sample.EchoSaga.ECHOED;
import static io.playledger.runtime.sample.EchoSaga.FAILING;
import static io.playledger.runtime.sample.EchoSaga.REQUIRED;
import static io.playledger.runtime.sample.EchoSaga.REQUIRED_STEP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.runtime.deadletter.DeadLetter;
import io.playledger.runtime.deadletter.DeadLetters;
import io.playledger.runtime.processor.ProcessorOverview;
import io.playledger.runtime.processor.ProcessorStatus;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.CounterMessages.StepDown;
import io.playledger.runtime.sample.EchoSaga;
import io.playledger.runtime.sample.SampleApplication;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several events of sagas in one transaction. */
class SagaBatchesIT {

  private static final String PROCESSOR = "sagas.echo";
  private static final int COUNTERS = 16;

  private SampleApplication application;

  @BeforeEach
  void start() {
    EchoSaga.BREAKS.set(0);
    application =
        SampleApplication.on(
            SampleApplication.newDatabase(),
            List.of(EchoSaga.InUse.class),
            // so that the other saga closes no counter meanwhile
            "test.window=1h",
            "playledger.runtime.processors.sagas.echo.segments=1");
    application.send(new OpenCounter(ECHO));
    for (int counter = 0; counter < COUNTERS; counter++) {
      application.send(new OpenCounter(id(counter)));
    }
    await().until(() -> status().lag() == 0);
    application.get(ProcessorOverview.class).pause(PROCESSOR);
  }

  @AfterEach
  void stop() {
    application.close();
  }

  private static String id(int counter) {
    return "counter:" + counter;
  }

  private void stepAll(long by) {
    for (int counter = 0; counter < COUNTERS; counter++) {
      application.send(new Step(id(counter), by));
    }
  }

  private void resumeAndAwait(long echoes) {
    application.get(ProcessorOverview.class).resume(PROCESSOR);
    await().until(() -> echoes() >= echoes && status().lag() == 0);
  }

  private ProcessorStatus status() {
    return application.get(ProcessorOverview.class).processors().stream()
        .filter(status -> status.name().equals(PROCESSOR))
        .findFirst()
        .orElseThrow();
  }

  private long echoes() {
    return number(
        "SELECT count(*) FROM event_store.events WHERE aggregate_id = 'counter:echo'"
            + " AND sequence_number > 0");
  }

  private long sagas(String of) {
    return number(
        "SELECT count("
            + of
            + ") FROM axon.saga_entry s JOIN axon.saga_association a"
            + " USING (saga_id) WHERE s.saga_type = 'sagas.echo'"
            + " AND association_value <> 'counter:echo'");
  }

  private long number(String sql) {
    Long number = application.sql().queryForObject(sql, Long.class);
    return number == null ? 0 : number;
  }

  @Test
  void waitingEventsAreHandledInFewTransactions() {
    stepAll(ECHOED);
    stepAll(ECHOED);
    resumeAndAwait(2 * COUNTERS);
    assertThat(sagas("*")).isEqualTo(COUNTERS);
    // a worker begins with what it has: the first events may be stored before the others are read
    assertThat(sagas("DISTINCT s.xmin::text")).isLessThanOrEqualTo(COUNTERS / 4);
    assertThat(echoes()).isEqualTo(2 * COUNTERS);
  }

  /** What was sent before it broke off is sent again, and done once. */
  @Test
  void repeatedBatchExecutesItsCommandsOnce() {
    EchoSaga.BREAKS.set(2);
    stepAll(ECHOED);
    application.send(new Step(id(0), BREAKING));
    stepAll(ECHOED);
    resumeAndAwait(2 * COUNTERS);
    assertThat(EchoSaga.BREAKS).hasValueLessThan(0);
    assertThat(echoes()).isEqualTo(2 * COUNTERS);
    assertThat(sagas("*")).isEqualTo(COUNTERS);
    assertThat(status().deadLetters()).isZero();
  }

  /** The rejection of a step whose cause is gone does not stand for ever. */
  @Test
  void stepThatTheSagaDoesNotAcceptIsDecidedAnewAtARetry() {
    application.send(new Step(ECHO, 600));
    application.send(new Step(id(0), REQUIRED));
    application.get(ProcessorOverview.class).resume(PROCESSOR);
    await().until(() -> status().deadLetters() == 1);
    DeadLetters letters = application.get(DeadLetters.class);
    UUID letter = letters.list(PROCESSOR, 1).getFirst().id();
    assertThat(letters.find(letter).orElseThrow().cause()).contains("over the limit");
    assertThat(letters.retry(letter)).isFalse();

    application.send(new StepDown(ECHO, 600));
    assertThat(letters.retry(letter)).isTrue();
    assertThat(total()).isEqualTo(REQUIRED_STEP);
    assertThat(status().deadLetters()).isZero();
  }

  private long total() {
    return number(
        "SELECT (payload->>'total')::bigint FROM event_store.events"
            + " WHERE aggregate_id = 'counter:echo' ORDER BY sequence_number DESC LIMIT 1");
  }

  @Test
  void failedEventOfABatchIsParkedAndOnlyItsAggregateWaits() {
    stepAll(ECHOED);
    application.send(new Step(id(1), FAILING));
    stepAll(ECHOED);
    resumeAndAwait(2 * COUNTERS - 1);
    await().until(() -> status().deadLetters() == 2);
    assertThat(echoes()).isEqualTo(2 * COUNTERS - 1);
    List<DeadLetter> letters = application.get(DeadLetters.class).list(PROCESSOR, 10);
    assertThat(letters).extracting(DeadLetter::sequence).containsExactly(id(1), id(1));
    assertThat(letters.getFirst().cause()).contains("it will not pass");
    assertThat(letters.getLast().cause()).as("waits behind it").isNull();

    // others of the processor go on, those of the aggregate join the line
    stepAll(ECHOED);
    await().until(() -> echoes() == 3 * COUNTERS - 2);
    await().until(() -> status().deadLetters() == 3);
    application.get(DeadLetters.class).discard(letters.getFirst().id(), "a bad day", "admin-1");
    assertThat(echoes()).isEqualTo(3 * COUNTERS);
    assertThat(status().deadLetters()).isZero();
  }
}
