package io.playledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.runtime.deadletter.DeadLetters;
import io.playledger.runtime.processor.ProcessorOverview;
import io.playledger.runtime.processor.ProcessorStatus;
import io.playledger.runtime.sample.ClosingSaga;
import io.playledger.runtime.sample.CounterMessages.CloseCounter;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.SampleApplication;
import java.util.List;
import java.util.Map;
import org.axonframework.deadline.DeadlineManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SagasIT {

  private PostgresDatabase database;

  @BeforeEach
  void newDatabase() {
    database = SampleApplication.newDatabase();
  }

  @Test
  void deadlineSendsItsCommandWithProvenanceAndTheSagaEnds() {
    try (SampleApplication application = SampleApplication.on(database)) {
      application.send(new OpenCounter("counter:1"));
      application.send(new Step("counter:1", 100));

      await().until(() -> closings(application) == 1);
      await().until(() -> sagas(application) == 0);
      Map<String, Object> metadata =
          application
              .sql()
              .queryForMap(
                  """
                  SELECT metadata->>'actorId' AS actor, metadata->>'correlationId' AS correlation
                  FROM event_store.events WHERE payload_type = 'counter.CounterClosed'
                  """);
      assertThat(metadata)
          .containsEntry("actor", "saga:closing")
          .containsEntry("correlation", "c-1");
    }
  }

  @Test
  void deadlineSurvivesARestart() {
    try (SampleApplication first = SampleApplication.on(database, List.of(), "test.window=2s")) {
      first.send(new OpenCounter("counter:1"));
      first.send(new Step("counter:1", 100));
      await().until(() -> deadlines(first) == 1);
      assertThat(closings(first)).isZero();
    }
    try (SampleApplication second = SampleApplication.on(database)) {
      await().until(() -> closings(second) == 1);
      await().until(() -> sagas(second) == 0);
      assertThat(deadlines(second)).isZero();
    }
  }

  @Test
  void deadlineOfAKilledNodeIsMetSoon() {
    try (SampleApplication application =
        SampleApplication.on(
            database,
            List.of(),
            "test.window=10m",
            "playledger.runtime.deadline-heartbeat=500ms")) {
      application.send(new OpenCounter("counter:1"));
      application.send(new Step("counter:1", 100));
      await().until(() -> deadlines(application) == 1);
      application
          .sql()
          .update(
              "UPDATE axon.scheduled_tasks SET picked = true, picked_by = 'killed',"
                  + " execution_time = now(), last_heartbeat = now()");

      await().until(() -> closings(application) == 1);
      await().until(() -> deadlines(application) == 0);
    }
  }

  @Test
  void sagaSeesTheRejectionOfItsStep() {
    try (SampleApplication application =
        SampleApplication.on(database, List.of(), "test.window=1s")) {
      application.send(new OpenCounter("counter:1"));
      application.send(new Step("counter:1", 100));
      await().until(() -> deadlines(application) == 1);
      // it must not see the closing: only the deadline's rejected command can end it
      application.get(ProcessorOverview.class).pause("sagas.closing");
      application.send(new CloseCounter("counter:1"));

      await().until(() -> sagas(application) == 0);
      assertThat(closings(application)).isEqualTo(1);
      await().until(() -> deadlines(application) == 0);
    }
  }

  @Test
  void failedSagaIsParkedAndOthersContinue() {
    try (SampleApplication application = SampleApplication.on(database)) {
      application.send(new OpenCounter("counter:1"));
      application.send(new OpenCounter("counter:2"));
      application
          .sql()
          .execute(
              "ALTER TABLE axon.saga_association ADD CONSTRAINT no_one CHECK (association_value <>"
                  + " 'counter:1')");
      application.send(new Step("counter:1", 1));
      application.send(new Step("counter:2", 1));

      await().until(() -> sagas(application) == 1);
      await().until(() -> status(application).deadLetters() == 1);
      application.sql().execute("ALTER TABLE axon.saga_association DROP CONSTRAINT no_one");
      DeadLetters letters = application.get(DeadLetters.class);
      assertThat(letters.retry(letters.list("sagas.closing", 1).getFirst().id())).isTrue();
      assertThat(sagas(application)).isEqualTo(2);
    }
  }

  /** Axon's worker would end without a word. */
  @Test
  void sagaThatThrowsAnErrorIsRetriedUntilItSucceeds() {
    try (SampleApplication application = SampleApplication.on(database)) {
      ClosingSaga.deadly = true;
      application.send(new OpenCounter("counter:1"));
      application.send(new Step("counter:1", ClosingSaga.DEADLY_STEP));
      await().until(() -> status(application).error() != null);
      ClosingSaga.deadly = false;
      await().until(() -> sagas(application) == 1);
      assertThat(status(application).deadLetters()).isZero();
    } finally {
      ClosingSaga.deadly = false;
    }
  }

  /** The scheduler has picked it, so it cannot be cancelled: the event that wants to goes on. */
  @Test
  void cancellingADeadlineThatIsBeingMetIsNoFailure() {
    try (SampleApplication application =
        SampleApplication.on(database, List.of(), "test.window=10m")) {
      application.send(new OpenCounter("counter:1"));
      application.send(new Step("counter:1", 100));
      await().until(() -> deadlines(application) == 1);
      application
          .sql()
          .update("UPDATE axon.scheduled_tasks SET picked = true, picked_by = 'another'");
      String id =
          application
              .sql()
              .queryForObject("SELECT task_instance FROM axon.scheduled_tasks", String.class);

      DeadlineManager deadlineManager = application.get(DeadlineManager.class);
      deadlineManager.cancelSchedule("closing", id);
      assertThat(deadlines(application)).isEqualTo(1);

      application.sql().update("UPDATE axon.scheduled_tasks SET picked = false, picked_by = NULL");
      deadlineManager.cancelSchedule("closing", id);
      assertThat(deadlines(application)).isZero();
      deadlineManager.cancelSchedule("closing", id);
    }
  }

  private static ProcessorStatus status(SampleApplication application) {
    return application.get(ProcessorOverview.class).processors().stream()
        .filter(status -> status.name().equals("sagas.closing"))
        .findFirst()
        .orElseThrow();
  }

  private static long closings(SampleApplication application) {
    return count(
        application,
        "SELECT count(*) FROM event_store.events WHERE payload_type = 'counter.CounterClosed'");
  }

  private static long sagas(SampleApplication application) {
    return count(application, "SELECT count(*) FROM axon.saga_entry");
  }

  private static long deadlines(SampleApplication application) {
    return count(application, "SELECT count(*) FROM axon.scheduled_tasks");
  }

  private static long count(SampleApplication application, String sql) {
    Long count = application.sql().queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }
}
