package io.playledger.runtime;

import static io.playledger.runtime.sample.SampleApplication.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.runtime.command.AggregateCache;
import io.playledger.runtime.command.CommandReply;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.RaiseTo;
import io.playledger.runtime.sample.CounterMessages.Refused;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.CounterMessages.Total;
import io.playledger.runtime.sample.SampleApplication;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that go on from what is queued, while the disk keeps them waiting. */
class EarlyReleaseIT {

  private static PostgresDatabase database;
  private static SampleApplication application;
  private static SampleApplication other;

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private String counter;

  @BeforeAll
  static void start() {
    database = SampleApplication.newDatabase();
    application = SampleApplication.on(database, List.of(), "test.window=1h");
    other =
        SampleApplication.on(
            database, List.of(), "test.window=1h", "playledger.runtime.node-id=other");
  }

  @AfterAll
  static void stop() {
    other.close();
    application.close();
  }

  @BeforeEach
  void openCounter() {
    counter = "counter:" + UUID.randomUUID();
    application.send(new OpenCounter(counter));
  }

  @AfterEach
  void endCallers() {
    callers.close();
  }

  private Future<CommandReply> send(Object command) {
    return callers.submit((Callable<CommandReply>) () -> application.send(command));
  }

  private Future<CommandReply> sendKeyed(Object command) {
    return callers.submit((Callable<CommandReply>) () -> application.send(command, key("once")));
  }

  /** The writer holds one command, the others wait behind it. */
  private static void awaitQueued(int commands) {
    PostgresEventStorageEngine engine = application.get(PostgresEventStorageEngine.class);
    await().until(() -> engine.queueLength() == commands);
  }

  /** Takes the writer away from the commands under test. */
  private void plug() {
    String plug = "counter:" + UUID.randomUUID();
    send(new OpenCounter(plug));
    await()
        .until(
            () ->
                application
                        .sql()
                        .queryForObject(
                            "SELECT count(*) FROM pg_locks WHERE NOT granted"
                                + " AND relation = 'event_store.chain'::regclass",
                            Long.class)
                    == 1);
  }

  private static void isStillWaiting(Future<?> sent) {
    await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(5))
        .until(() -> !sent.isDone());
  }

  private static long total(Future<CommandReply> sent) throws Exception {
    return ((Total) sent.get().result()).total();
  }

  private List<Long> storedTotals() {
    return application
        .sql()
        .queryForList(
            "SELECT (payload->>'total')::bigint FROM event_store.events WHERE aggregate_id = ?"
                + " AND sequence_number > 0 ORDER BY sequence_number",
            Long.class,
            counter);
  }

  @Test
  void severalCommandsOnOneAggregateWaitForTheSameCommitAndNoneIsAnsweredBefore() throws Exception {
    List<Future<CommandReply>> sent = new ArrayList<>();
    try (HeldWriter _ = new HeldWriter(database.dataSource())) {
      plug();
      for (int i = 0; i < 5; i++) {
        sent.add(send(new Step(counter, 1)));
      }
      awaitQueued(5);
      assertThat(sent).noneMatch(Future::isDone);
    }
    List<Long> totals = new ArrayList<>();
    for (Future<CommandReply> one : sent) {
      totals.add(total(one));
    }
    assertThat(totals).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
    assertThat(storedTotals()).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void aRejectionWaitsForWhatItLookedAt() throws Exception {
    Future<CommandReply> full;
    Future<CommandReply> refused;
    try (HeldWriter _ = new HeldWriter(database.dataSource())) {
      plug();
      full = send(new Step(counter, 1_000));
      awaitQueued(1);
      refused = sendKeyed(new Step(counter, 1));
      isStillWaiting(refused);
    }
    assertThat(total(full)).isEqualTo(1_000);
    assertThatThrownBy(refused::get).hasCauseInstanceOf(Refused.class);
  }

  @Test
  void aRejectionOfAStateThatNeverCameToBeIsDecidedAgain() throws Exception {
    // this node does not know of it, so its next append is lost
    other.send(new Step(counter, 1));
    Future<CommandReply> lost;
    Future<CommandReply> refusedAtFirst;
    try (HeldWriter _ = new HeldWriter(database.dataSource())) {
      plug();
      lost = send(new Step(counter, 1_000));
      awaitQueued(1);
      refusedAtFirst = sendKeyed(new Step(counter, 5));
      isStillWaiting(refusedAtFirst);
    }
    assertThatThrownBy(lost::get).hasCauseInstanceOf(Refused.class);
    assertThat(total(refusedAtFirst)).isEqualTo(6);
    assertThat(storedTotals()).containsExactly(1L, 6L);
  }

  @Test
  void aResultWithoutEventsOnAStateThatNeverCameToBeIsDecidedAgain() throws Exception {
    other.send(new Step(counter, 1));
    Future<CommandReply> lost;
    Future<CommandReply> raised;
    try (HeldWriter _ = new HeldWriter(database.dataSource())) {
      plug();
      lost = send(new Step(counter, 9));
      awaitQueued(1);
      raised = sendKeyed(new RaiseTo(counter, 7));
      isStillWaiting(raised);
    }
    long stepped = total(lost);
    // before or after the step found its place; never 9, which was never stored
    assertThat(total(raised)).isIn(7L, 10L);
    assertThat(stepped).isIn(10L, 16L);
    assertThat(storedTotals()).doesNotContain(9L);
  }

  @Test
  void followersOfALostAppendAreDecidedAgain() throws Exception {
    other.send(new Step(counter, 100));
    List<Future<CommandReply>> sent = new ArrayList<>();
    try (HeldWriter _ = new HeldWriter(database.dataSource())) {
      plug();
      for (int i = 0; i < 5; i++) {
        sent.add(send(new Step(counter, 1)));
      }
      awaitQueued(5);
    }
    List<Long> totals = new ArrayList<>();
    for (Future<CommandReply> one : sent) {
      totals.add(total(one));
    }
    assertThat(totals).containsExactlyInAnyOrder(101L, 102L, 103L, 104L, 105L);
    assertThat(storedTotals()).containsExactly(100L, 101L, 102L, 103L, 104L, 105L);
  }

  @Test
  void anIdThatNobodyHasTakesNoPlaceInTheCache() {
    AggregateCache cache = application.get(AggregateCache.class);
    int before = cache.size();
    String missing = "counter:" + UUID.randomUUID();
    assertThatThrownBy(() -> application.send(new Step(missing, 1)))
        .isInstanceOf(AggregateNotFoundException.class);
    assertThat(cache.size()).isEqualTo(before);
  }

  /** The rejection changed nothing, so the state on its way stays in memory. */
  @Test
  void aRejectionDoesNotCostTheNextCommandItsState() throws SQLException, Exception {
    Future<CommandReply> first;
    Future<CommandReply> refused;
    Future<CommandReply> second;
    try (HeldWriter _ = new HeldWriter(database.dataSource())) {
      plug();
      first = send(new Step(counter, 2));
      awaitQueued(1);
      refused = send(new Step(counter, 1_000));
      isStillWaiting(refused);
      second = send(new Step(counter, 3));
      awaitQueued(2);
    }
    assertThat(total(first)).isEqualTo(2);
    assertThatThrownBy(refused::get).hasCauseInstanceOf(Refused.class);
    assertThat(total(second)).isEqualTo(5);
  }
}
