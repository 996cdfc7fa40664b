package io.playledger.runtime;

import static io.playledger.runtime.sample.SampleApplication.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playledger.eventstore.CommandKey;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.runtime.aggregate.AggregateCache;
import io.playledger.runtime.command.CommandReply;
import io.playledger.runtime.sample.CounterMessages.CopyTotal;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.RaiseTo;
import io.playledger.runtime.sample.CounterMessages.Refused;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.CounterMessages.StepBoth;
import io.playledger.runtime.sample.CounterMessages.StepDown;
import io.playledger.runtime.sample.CounterMessages.Total;
import io.playledger.runtime.sample.SampleApplication;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that continue from queued events while the disk is slow. */
class EarlyReleaseIT {

  /** Of events that are not stored, or of another total than theirs. */
  private static final String UNTRUE_SNAPSHOTS =
      """
      SELECT s.sequence_number FROM event_store.snapshots s
      LEFT JOIN event_store.events e USING (aggregate_id, sequence_number)
      WHERE s.aggregate_id = ?
        AND (e.payload->>'total') IS DISTINCT FROM (s.payload::json->'sums'->>'total')
      """;

  private static PostgresDatabase database;
  private static SampleApplication application;
  private static SampleApplication other;

  private String counter;

  @BeforeAll
  static void start() {
    database = SampleApplication.newDatabase();
    application = node("test");
    other = node("other");
  }

  @AfterAll
  static void stop() {
    other.close();
    application.close();
  }

  private static SampleApplication node(String name, String... settings) {
    List<String> all =
        new ArrayList<>(List.of("test.window=1h", "playledger.runtime.node-id=" + name));
    all.addAll(List.of(settings));
    return SampleApplication.on(database, List.of(), all.toArray(String[]::new));
  }

  @BeforeEach
  void openCounter() {
    counter = newCounter();
  }

  private static String newCounter() {
    String id = "counter:" + UUID.randomUUID();
    application.send(new OpenCounter(id));
    return id;
  }

  private static HeldWriter held() throws SQLException {
    return new HeldWriter(application);
  }

  private static List<Future<CommandReply>> queueSteps(HeldWriter writer, String id, int steps) {
    return IntStream.range(0, steps).mapToObj(_ -> writer.queue(new Step(id, 1))).toList();
  }

  private static long total(Future<CommandReply> sent) throws Exception {
    return ((Total) sent.get().result()).total();
  }

  private static List<Long> totals(List<Future<CommandReply>> sent) throws Exception {
    List<Long> totals = new ArrayList<>();
    for (Future<CommandReply> one : sent) {
      totals.add(total(one));
    }
    return totals;
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
  void commandsOnOneAggregateShareACommitAndAreAnsweredAfterIt() throws Exception {
    List<Future<CommandReply>> sent;
    try (HeldWriter writer = held()) {
      sent = queueSteps(writer, counter, 5);
      writer.seeWaiting(sent.getLast());
      assertThat(sent).noneMatch(Future::isDone);
    }
    assertThat(totals(sent)).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(storedTotals()).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void rejectionWaitsForTheStateItRestsOn() throws Exception {
    Future<CommandReply> full;
    Future<CommandReply> refused;
    try (HeldWriter writer = held()) {
      full = writer.queue(new Step(counter, 1_000));
      refused = writer.seeWaiting(new Step(counter, 1));
    }
    assertThat(total(full)).isEqualTo(1_000);
    assertThatThrownBy(refused::get).hasCauseInstanceOf(Refused.class);
  }

  @Test
  void rejectionBasedOnALostAppendIsDecidedAgain() throws Exception {
    // this node does not know of it, so its next append is lost
    other.send(new Step(counter, 1));
    Future<CommandReply> lost;
    Future<CommandReply> refusedAtFirst;
    try (HeldWriter writer = held()) {
      lost = writer.queue(new Step(counter, 1_000));
      refusedAtFirst = writer.seeWaiting(new Step(counter, 5));
    }
    assertThatThrownBy(lost::get).hasCauseInstanceOf(Refused.class);
    assertThat(total(refusedAtFirst)).isEqualTo(6);
    assertThat(storedTotals()).containsExactly(1L, 6L);
  }

  @Test
  void resultWithoutEventsBasedOnALostAppendIsDecidedAgain() throws Exception {
    other.send(new Step(counter, 1));
    Future<CommandReply> lost;
    Future<CommandReply> raised;
    try (HeldWriter writer = held()) {
      lost = writer.queue(new Step(counter, 9));
      raised = writer.seeWaiting(new RaiseTo(counter, 7));
    }
    // before or after the step found its place; never 9, which was never stored
    assertThat(total(raised)).isIn(7L, 10L);
    assertThat(total(lost)).isIn(10L, 16L);
    assertThat(storedTotals()).doesNotContain(9L);
  }

  @Test
  void commandsBasedOnALostAppendAreDecidedAgain() throws Exception {
    other.send(new Step(counter, 100));
    List<Future<CommandReply>> sent;
    try (HeldWriter writer = held()) {
      sent = queueSteps(writer, counter, 5);
    }
    assertThat(totals(sent)).containsExactlyInAnyOrder(101L, 102L, 103L, 104L, 105L);
    assertThat(storedTotals()).containsExactly(100L, 101L, 102L, 103L, 104L, 105L);
  }

  /** No sequence of the counter that is changed tells that the other one never was like that. */
  @Test
  void commandThatReadALostStateIsDecidedAgain() throws Exception {
    String leader = newCounter();
    other.send(new Step(leader, 1));
    Future<CommandReply> lost;
    Future<CommandReply> copied;
    try (HeldWriter writer = held()) {
      lost = writer.queue(new Step(leader, 50));
      copied = writer.queue(new CopyTotal(leader, counter));
    }
    assertThat(total(lost)).isEqualTo(51);
    // before or after the leader's step found its place; never 50, which was never stored
    assertThat(total(copied)).isIn(1L, 51L);
    assertThat(storedTotals()).containsExactly(total(copied));
  }

  @Test
  void unknownIdTakesNoPlaceInTheCache() {
    AggregateCache cache = application.get(AggregateCache.class);
    int before = cache.size();
    String missing = "counter:" + UUID.randomUUID();
    assertThatThrownBy(() -> application.send(new Step(missing, 1)))
        .isInstanceOf(AggregateNotFoundException.class);
    assertThat(cache.size()).isEqualTo(before);
  }

  /** The rejection changed nothing, so the state on its way stays in memory. */
  @Test
  void rejectionKeepsTheAggregateInTheCache() throws Exception {
    Future<CommandReply> first;
    Future<CommandReply> refused;
    Future<CommandReply> second;
    try (HeldWriter writer = held()) {
      first = writer.queue(new Step(counter, 2));
      refused = writer.seeWaiting(new Step(counter, 1_000));
      second = writer.queue(new Step(counter, 3));
    }
    assertThat(total(first)).isEqualTo(2);
    assertThatThrownBy(refused::get).hasCauseInstanceOf(Refused.class);
    assertThat(total(second)).isEqualTo(5);
  }

  /**
   * The commands behind a rejection are stored with what it rests on, before it looks whether its
   * state was the newest.
   */
  @Test
  void rejectionIsNotOvertakenByLaterCommandsOfItsOwnNode() throws Exception {
    Step excessive = new Step(counter, 5_000);
    AtomicInteger decided = new AtomicInteger();
    Registration counting =
        application
            .get(CommandBus.class)
            .registerHandlerInterceptor(
                (unitOfWork, chain) -> {
                  if (unitOfWork.getMessage().getPayload().equals(excessive)) {
                    decided.incrementAndGet();
                  }
                  return chain.proceed();
                });
    Future<CommandReply> refused;
    List<Future<CommandReply>> later;
    try (HeldWriter writer = held()) {
      writer.queue(new Step(counter, 1));
      refused = writer.seeWaiting(excessive);
      later = queueSteps(writer, counter, 10);
    } finally {
      counting.cancel();
    }
    assertThatThrownBy(refused::get).hasCauseInstanceOf(Refused.class);
    assertThat(decided).hasValue(1);
    assertThat(total(later.getLast())).isEqualTo(11);
    // the state is still in memory: a command goes on from one that is not stored yet
    try (HeldWriter writer = held()) {
      later = queueSteps(writer, counter, 2);
    }
    assertThat(total(later.getLast())).isEqualTo(13);
  }

  /** It knows of its own later step, and not of the step of the other node behind that. */
  @Test
  void rejectionIsOvertakenByAnotherNodeBehindLaterCommandsOfItsOwn() throws Exception {
    application.send(new Step(counter, 1_000));
    other.send(new StepDown(counter, 500));
    assertThat(application.send(new Step(counter, 1)).result()).isEqualTo(new Total(501));
    other.send(new StepDown(counter, 1));
    assertThat(application.send(new Step(counter, 500)).result()).isEqualTo(new Total(1_000));
  }

  /** The first counter has stepped in memory when the second refuses. */
  @Test
  void changesOfARejectedCommandAreDiscarded() {
    String full = fullCounterBehind(counter);
    application.send(new Step(counter, 1));
    assertThatThrownBy(() -> application.send(new StepBoth(counter, full, 1)))
        .isInstanceOf(Refused.class);
    assertThat(application.send(new Step(counter, 1)).result()).isEqualTo(new Total(2));
    assertThat(storedTotals()).containsExactly(1L, 2L);
  }

  /** Behind it in the order in which both are changed. */
  private static String fullCounterBehind(String first) {
    String full = first + "-full";
    application.send(new OpenCounter(full));
    application.send(new Step(full, 1_000));
    return full;
  }

  /** A read from the log would miss the queued events. */
  @Test
  void aggregateStaysInTheCacheUntilItsEventsAreStored() throws Exception {
    List<String> others = IntStream.range(0, 100).mapToObj(_ -> newCounter()).toList();
    try (SampleApplication small = node("small", "playledger.runtime.aggregates-cached-max=16")) {
      Future<CommandReply> looked;
      Future<CommandReply> copied;
      String copy = others.getFirst();
      try (HeldWriter writer = new HeldWriter(small)) {
        writer.queue(new Step(counter, 9));
        others.forEach(one -> small.send(new RaiseTo(one, 0)));
        looked = writer.seeWaiting(new RaiseTo(counter, 0));
        copied = writer.queue(new CopyTotal(counter, copy));
      }
      assertThat(total(looked)).isEqualTo(9);
      assertThat(total(copied)).isEqualTo(9);
      others.forEach(one -> small.send(new RaiseTo(one, 0)));
      assertThat(small.get(AggregateCache.class).size()).isLessThanOrEqualTo(16);
    }
  }

  /**
   * Whoever comes next, on a thread of his own, need not wait for a lock that nobody gives back.
   */
  @Test
  void aggregatesAreUnlockedHoweverACommandEnds() {
    String full = fullCounterBehind(counter);
    CommandKey key = key("once");
    Step step = new Step(counter, 1);
    Map<String, Runnable> endings =
        Map.of(
            "done", () -> application.send(step),
            "done under a key", () -> application.send(step, key),
            "answered again", () -> application.send(step, key),
            "nothing to do", () -> application.send(new RaiseTo(counter, 0)),
            "refused", () -> application.send(new Step(counter, 2_000)),
            "refused half way", () -> application.send(new StepBoth(counter, full, 1)),
            "failed", () -> application.send(new CopyTotal(counter, "counter:nobody's")),
            "lost to another node", this::loseARace);
    endings.forEach(
        (name, ending) -> {
          assertThatCode(() -> soon(ending))
              .as(name)
              .satisfiesAnyOf(EarlyReleaseIT::isNothing, EarlyReleaseIT::isAnAnswer);
          assertThatCode(() -> soon(() -> application.send(new Step(counter, 1))))
              .as("after one that was " + name)
              .doesNotThrowAnyException();
        });
  }

  private static void isNothing(Throwable failure) {
    assertThat(failure).isNull();
  }

  private static void isAnAnswer(Throwable failure) {
    assertThat(failure).hasCauseInstanceOf(RuntimeException.class);
  }

  private void loseARace() {
    other.send(new Step(counter, 1));
    application.send(new Step(counter, 1));
  }

  /** A command waits 10 s for an aggregate, and then gives up. */
  private static void soon(Runnable sending) throws Exception {
    CompletableFuture.runAsync(sending, Thread::startVirtualThread).get(5, TimeUnit.SECONDS);
  }

  /** With the fifth event a snapshot is due; on this node the fifth is lost at first. */
  @Test
  void snapshotContainsStoredEventsOnly() throws Exception {
    for (int step = 1; step <= 3; step++) {
      application.send(new Step(counter, 1));
    }
    // of an aggregate that was read Axon asks for the snapshot before the commit
    application.get(AggregateCache.class).removeAll();
    application.send(new RaiseTo(counter, 0));
    other.send(new Step(counter, 100));
    List<Future<CommandReply>> sent;
    try (HeldWriter writer = held()) {
      sent = queueSteps(writer, counter, 3);
      await().during(Duration.ofMillis(300)).until(() -> sequences(UNTRUE_SNAPSHOTS).isEmpty());
    }
    assertThat(totals(sent)).containsExactlyInAnyOrder(104L, 105L, 106L);
    for (int step = 0; step < 6; step++) {
      application.send(new Step(counter, 1));
    }
    String later =
        "SELECT sequence_number FROM event_store.snapshots WHERE aggregate_id = ?"
            + " AND sequence_number > 7";
    await().until(() -> !sequences(later).isEmpty());
    assertThat(sequences(UNTRUE_SNAPSHOTS)).isEmpty();
  }

  private List<Long> sequences(String query) {
    return application.sql().queryForList(query, Long.class, counter);
  }
}
