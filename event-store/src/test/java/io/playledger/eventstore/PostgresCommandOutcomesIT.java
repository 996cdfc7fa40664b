package io.playledger.eventstore;

import static io.playledger.eventstore.TestEvents.credited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playledger.eventstore.append.AppendContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresCommandOutcomesIT {
  private final CommandKey key = new CommandKey("user-1", UUID.randomUUID(), new byte[] {1, 2, 3});
  private final CountingObserver observer = new CountingObserver();
  private TestLog log;
  private PostgresEventStorageEngine engine;
  private CommandOutcomes outcomes;

  @BeforeEach
  void open() {
    log = TestLog.fresh();
    engine = log.engine(b -> b.observer(observer));
    outcomes = log.outcomes();
  }

  @AfterEach
  void close() {
    log.close();
  }

  /**
   * As Axon does it: the handler's result is set, then the events are appended in prepareCommit.
   */
  private AppendContext handle(CommandKey commandKey, EventMessage<?>... events) {
    DefaultUnitOfWork<?> unit =
        new DefaultUnitOfWork<>(GenericCommandMessage.asCommandMessage("c"));
    AppendContext context =
        commandKey == null
            ? AppendContext.withoutKey()
            : AppendContext.keyed(
                commandKey,
                () ->
                    CurrentUnitOfWork.get()
                        .root()
                        .getExecutionResult()
                        .getResult()
                        .getPayload()
                        .toString());
    unit.start();
    context.attachTo(unit);
    unit.onPrepareCommit(u -> engine.appendEvents(List.of(events)));
    var result = unit.executeWithResult(() -> "{\"balance\":\"7\"}");
    if (result.isExceptional()) {
      throw (RuntimeException) result.exceptionResult();
    }
    return context;
  }

  @Test
  void resultIsStoredWithTheEvents() {
    engine.appendEvents(credited("z", 0));
    AppendContext context = handle(key, credited("a", 0), credited("b", 0));

    StoredOutcome outcome = outcomes.find(key.scope(), key.key()).orElseThrow();

    assertThat(context.firstPosition()).hasValue(2);
    assertThat(context.lastPosition()).hasValue(3);
    assertThat(outcome.position()).isEqualTo(3);
    assertThat(outcome.rejected()).isFalse();
    assertThat(outcome.resultJson()).isEqualTo("{\"balance\":\"7\"}");
    assertThat(outcome.answers(key)).isTrue();
    assertThat(outcome.answers(new CommandKey("user-1", key.key(), new byte[] {9}))).isFalse();
    assertThat(
            log.number(
                "SELECT count(DISTINCT xmin::text) FROM (SELECT xmin FROM"
                    + " event_store.events WHERE position > 1 UNION ALL SELECT xmin FROM"
                    + " event_store.command_outcomes) AS rows"))
        .as("transactions")
        .isEqualTo(1);
  }

  @Test
  void repeatedKeyStoresNothingAndReturnsTheFirstAnswer() {
    handle(key, credited("a", 0));

    DuplicateCommandException duplicate =
        catchThrowableOfType(DuplicateCommandException.class, () -> handle(key, credited("a", 1)));

    assertThat(duplicate.outcome().position()).isEqualTo(1);
    assertThat(duplicate.outcome().resultJson()).isEqualTo("{\"balance\":\"7\"}");
    assertThat(engine.head()).isEqualTo(1);
    assertThat(observer.duplicates).hasValue(1);
  }

  @Test
  void sameKeyInAnotherScopeIsAnotherCommand() {
    handle(key, credited("a", 0));
    handle(new CommandKey("user-2", key.key(), new byte[0]), credited("a", 1));
    assertThat(engine.head()).isEqualTo(2);
  }

  @Test
  void lostRaceStoresNoOutcome() {
    engine.appendEvents(credited("a", 0));
    assertThatThrownBy(() -> handle(key, credited("a", 0)))
        .isInstanceOf(ConcurrencyException.class);
    assertThat(outcomes.find(key.scope(), key.key())).isEmpty();
    handle(key, credited("a", 1));
    assertThat(outcomes.find(key.scope(), key.key())).isPresent();
  }

  @Test
  void commandWithoutEventsWritesNoOutcome() {
    handle(key);
    assertThat(outcomes.find(key.scope(), key.key())).isEmpty();
  }

  @Test
  void commandWithoutAKeyLearnsItsPositions() {
    engine.appendEvents(credited("z", 0));
    AppendContext context = handle(null, credited("a", 0), credited("a", 1), credited("a", 2));
    assertThat(context.firstPosition()).hasValue(2);
    assertThat(context.lastPosition()).hasValue(4);
    assertThat(log.number("SELECT count(*) FROM event_store.command_outcomes")).isZero();
  }

  @Test
  void rejectionIsRecordedOnce() {
    engine.appendEvents(credited("a", 0));
    StoredOutcome first = outcomes.recordRejection(key, "{\"code\":\"NO\"}").outcome();
    StoredOutcome second = outcomes.recordRejection(key, "{\"code\":\"OTHER\"}").outcome();

    assertThat(first.rejected()).isTrue();
    assertThat(first.position()).isEqualTo(1);
    assertThat(second).isEqualTo(first);
    assertThatThrownBy(() -> handle(key, credited("a", 1)))
        .isInstanceOf(DuplicateCommandException.class);
  }

  @Test
  void resultWithoutEventsIsRecordedOnce() {
    engine.appendEvents(credited("a", 0));
    CommandOutcomes.Standing first = outcomes.recordWithoutEvents(key, "{\"total\":1}");
    CommandOutcomes.Standing second = outcomes.recordWithoutEvents(key, "{\"total\":2}");

    assertThat(first.first()).isTrue();
    assertThat(first.outcome().rejected()).isFalse();
    assertThat(second).isEqualTo(new CommandOutcomes.Standing(first.outcome(), false));
    assertThatThrownBy(() -> handle(key, credited("a", 1)))
        .isInstanceOf(DuplicateCommandException.class);
  }

  @Test
  void rejectionDoesNotReplaceAStoredResult() {
    handle(key, credited("a", 0));
    assertThat(outcomes.recordRejection(key, "{}").outcome().rejected()).isFalse();
  }

  @Test
  void oldOutcomesAreDeletedInStepsAndTheDeletionIsRecorded() {
    for (int i = 0; i < 5; i++) {
      outcomes.recordRejection(new CommandKey("user-1", new UUID(0, i), new byte[1]), "{}");
    }
    outcomes.recordRejection(new CommandKey("saga:s:1", new UUID(0, 0), new byte[1]), "{}");
    log.execute("UPDATE event_store.command_outcomes SET stored_at = '2020-01-01Z'");
    outcomes.recordRejection(key, "{}");
    OutcomeRetention retention = new OutcomeRetention(log.pool(), TestLog.SCHEMA, "saga:");
    Instant before = Instant.parse("2020-06-01T00:00:00Z");

    assertThat(retention.forget(before, 3)).isEqualTo(3);
    assertThat(retention.forget(before, 3)).isEqualTo(2);
    assertThat(retention.forget(before.plusSeconds(60), 3)).isZero();

    assertThat(log.number("SELECT count(*) FROM event_store.command_outcomes")).isEqualTo(2);
    assertThat(outcomes.find("saga:s:1", new UUID(0, 0))).isPresent();
    assertThat(outcomes.find(key.scope(), key.key())).isPresent();
    assertThat(forgottenBefore()).isEqualTo(before.getEpochSecond());
  }

  /** Another server with a longer retention, or a clock that goes slow, cleans up later. */
  @Test
  void recordOfTheDeletionNeverMovesBack() {
    OutcomeRetention retention = new OutcomeRetention(log.pool(), TestLog.SCHEMA, "saga:");
    Instant before = Instant.parse("2020-06-01T00:00:00Z");
    store("2020-05-01Z");
    assertThat(retention.forget(before, 10)).isEqualTo(1);

    store("2020-01-01Z");
    assertThat(retention.forget(before.minusSeconds(3_600), 10)).isEqualTo(1);
    assertThat(forgottenBefore()).isEqualTo(before.getEpochSecond());

    store("2020-01-01Z");
    assertThat(retention.forget(before.plusSeconds(3_600), 10)).isEqualTo(1);
    assertThat(forgottenBefore()).isEqualTo(before.getEpochSecond() + 3_600);
  }

  /** A mark without a deletion would excuse an answer that was lost. */
  @Test
  void cleanUpThatDeletesNothingRecordsNothing() {
    OutcomeRetention retention = new OutcomeRetention(log.pool(), TestLog.SCHEMA, "saga:");
    outcomes.recordRejection(key, "{}");

    assertThat(retention.forget(Instant.parse("2020-06-01T00:00:00Z"), 10)).isZero();

    assertThat(log.number("SELECT count(*) FROM event_store.outcomes_forgotten")).isZero();
  }

  /** An outcome that is stored exactly at the limit stays. */
  @Test
  void onlyOutcomesBeforeTheLimitAreDeleted() {
    OutcomeRetention retention = new OutcomeRetention(log.pool(), TestLog.SCHEMA, "saga:");
    store("2020-06-01T00:00:00Z");

    assertThat(retention.forget(Instant.parse("2020-06-01T00:00:00Z"), 10)).isZero();
    assertThat(retention.forget(Instant.parse("2020-06-01T00:00:00.000001Z"), 10)).isEqualTo(1);
  }

  @Test
  void ageOfOutcomesIsMeasuredByTheClockOfTheDatabase() {
    OutcomeRetention retention = new OutcomeRetention(log.pool(), TestLog.SCHEMA, "saga:");
    outcomes.recordRejection(key, "{}");

    assertThat(retention.forget(retention.before(Duration.ofMinutes(1)), 10)).isZero();
    assertThat(retention.forget(retention.before(Duration.ofNanos(-1_000_000)), 10)).isEqualTo(1);
  }

  private void store(String at) {
    CommandKey some = new CommandKey("user-1", UUID.randomUUID(), new byte[1]);
    outcomes.recordRejection(some, "{}");
    log.execute(
        "UPDATE event_store.command_outcomes SET stored_at = '%s' WHERE key = '%s'"
            .formatted(at, some.key()));
  }

  private long forgottenBefore() {
    return log.number(
        "SELECT extract(epoch FROM stored_before) FROM event_store.outcomes_forgotten");
  }

  @Test
  void onlyOneOfManyParallelRepeatsIsStored() {
    try (Callers callers = new Callers()) {
      for (int i = 0; i < 32; i++) {
        EventMessage<?> event = credited("twin-" + i, 0);
        callers.call(() -> handle(key, event));
      }
      List<Throwable> ends = callers.outcomes();
      assertThat(ends).filteredOn(Objects::isNull).hasSize(1);
      assertThat(ends)
          .filteredOn(Objects::nonNull)
          .allMatch(
              end ->
                  end instanceof DuplicateCommandException || end instanceof ConcurrencyException);
    }
    assertThat(engine.head()).isEqualTo(1);
  }
}
