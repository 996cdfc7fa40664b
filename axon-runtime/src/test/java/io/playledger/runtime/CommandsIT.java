package io.playledger.runtime;

import static io.playledger.runtime.sample.SampleApplication.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.playledger.eventstore.AppendOutcomeUnknownException;
import io.playledger.eventstore.CommandKey;
import io.playledger.eventstore.CommandOutcomes;
import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.runtime.aggregate.AggregateCache;
import io.playledger.runtime.aggregate.KnownStates;
import io.playledger.runtime.command.CommandMeter;
import io.playledger.runtime.command.CommandReply;
import io.playledger.runtime.command.CommandRequest;
import io.playledger.runtime.command.IdempotencyKeyReusedException;
import io.playledger.runtime.command.OptimisticCommands;
import io.playledger.runtime.command.OutcomeUnknownException;
import io.playledger.runtime.command.RejectionCodec;
import io.playledger.runtime.command.ResultCodec;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.RaiseTo;
import io.playledger.runtime.sample.CounterMessages.Refused;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.CounterMessages.Total;
import io.playledger.runtime.sample.SampleApplication;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandsIT {

  private static PostgresDatabase database;
  private static SampleApplication application;

  private String counter;

  @BeforeAll
  static void start() {
    database = SampleApplication.newDatabase();
    application = SampleApplication.on(database, List.of(), "test.window=1h");
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @BeforeEach
  void openCounter() {
    counter = "counter:" + UUID.randomUUID();
    application.send(new OpenCounter(counter));
  }

  @Test
  void writerReadsItsOwnWrites() {
    for (int step = 1; step <= 20; step++) {
      CommandReply reply = application.send(new Step(counter, 1));
      assertThat(application.reached(reply.position())).isTrue();
      assertThat(application.total(counter)).isEqualTo(step);
    }
  }

  @Test
  void repeatedKeyReturnsTheFirstResultAndPosition() {
    CommandKey key = key("step 5");
    CommandReply first = application.send(new Step(counter, 5), key);
    CommandReply again = application.send(new Step(counter, 5), key);

    assertThat(first).isEqualTo(new CommandReply(new Total(5), first.position(), false));
    assertThat(again).isEqualTo(new CommandReply(new Total(5), first.position(), true));
    assertThat(events()).isEqualTo(2);
  }

  @Test
  void firstAnswerSurvivesARestart() {
    CommandKey key = key("step 5");
    CommandReply first = application.send(new Step(counter, 5), key);
    stop();
    application = SampleApplication.on(database, List.of(), "test.window=1h");
    CommandReply again = application.send(new Step(counter, 5), key);
    assertThat(again).isEqualTo(new CommandReply(new Total(5), first.position(), true));
  }

  @Test
  void lostReplyIsAnUnknownOutcomeAndTheRetryGetsTheFirstAnswer() {
    CommandKey key = key("step 5");
    OptimisticCommands losing = commandsOver(losesReplies(application.get(CommandBus.class)));
    assertThatThrownBy(() -> losing.send(new CommandRequest(new Step(counter, 5), Map.of(), key)))
        .isInstanceOf(OutcomeUnknownException.class);

    CommandReply again = application.send(new Step(counter, 5), key);
    assertThat(again.replayed()).isTrue();
    assertThat(again.result()).isEqualTo(new Total(5));
    assertThat(events()).isEqualTo(2);
  }

  @Test
  void retryThatTheChangedStateWouldRejectGetsTheFirstAnswer() {
    CommandKey key = key("step 600");
    application.send(new Step(counter, 600), key);
    // a second step of 600 would go over the limit
    assertThat(application.send(new Step(counter, 600), key).replayed()).isTrue();
  }

  /** The second look finds nothing left to store, so no append could refuse the key. */
  @Test
  void retryThatWouldStoreNothingNowGetsTheFirstAnswer() {
    CommandKey key = key("raise to 7");
    CommandReply first = application.send(new RaiseTo(counter, 7), key);
    application.send(new Step(counter, 1));
    assertThat(application.send(new RaiseTo(counter, 7), key))
        .isEqualTo(new CommandReply(new Total(7), first.position(), true));
  }

  @Test
  void firstAnswerOfACommandWithoutEventsIsRepeated() {
    application.send(new Step(counter, 9));
    CommandKey key = key("raise to 7");
    CommandReply first = application.send(new RaiseTo(counter, 7), key);
    application.send(new Step(counter, 1));
    assertThat(first.result()).isEqualTo(new Total(9));
    assertThat(first.replayed()).isFalse();
    assertThat(application.send(new RaiseTo(counter, 7), key))
        .isEqualTo(new CommandReply(new Total(9), first.position(), true));
  }

  @Test
  void repeatedKeyWithAnotherBodyIsRefused() {
    UUID id = UUID.randomUUID();
    application.send(new Step(counter, 5), key(id, "step 5"));
    assertThatThrownBy(() -> application.send(new Step(counter, 6), key(id, "step 6")))
        .isInstanceOf(IdempotencyKeyReusedException.class);
    assertThat(events()).isEqualTo(2);
  }

  @Test
  void rejectionIsRepeatedEvenWhenItWouldBeAcceptedNow() {
    CommandKey key = key("open twice");
    String later = "counter:" + UUID.randomUUID();
    application.send(new OpenCounter(later));
    application.send(new Step(later, 999));
    assertThatThrownBy(() -> application.send(new Step(later, 2), key))
        .isInstanceOf(Refused.class)
        .hasMessage("over the limit");
    // the same key names that rejection forever: 1 would be accepted, its key says no
    assertThatThrownBy(() -> application.send(new Step(later, 1), key))
        .isInstanceOf(Refused.class)
        .hasMessage("over the limit");
    assertThat(application.send(new Step(later, 1)).result()).isEqualTo(new Total(1_000));
  }

  @Test
  void concurrentStepsAreAllCounted() throws Exception {
    List<Callable<CommandReply>> sends = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      sends.add(() -> application.send(new Step(counter, 1)));
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(16)) {
      for (Future<CommandReply> sent : executor.invokeAll(sends)) {
        assertThat(sent.get().position()).isPositive();
      }
    }
    assertThat(application.send(new Step(counter, 1)).result()).isEqualTo(new Total(201));
  }

  @Test
  void snapshotsKeepPrivateFinalFields() {
    for (int i = 0; i < 12; i++) {
      application.send(new Step(counter, 2));
    }
    await()
        .untilAsserted(
            () ->
                assertThat(
                        application
                            .sql()
                            .queryForList(
                                "SELECT payload FROM event_store.snapshots WHERE aggregate_id = ?",
                                String.class,
                                counter))
                    .isNotEmpty());
    application.get(AggregateCache.class).removeAll();
    assertThat(application.send(new Step(counter, 1)).result()).isEqualTo(new Total(25));
  }

  /** Events, snapshots and results name their types without Java packages. */
  @Test
  void storedTypesHaveTheNamesOfTheirRegistration() {
    CommandKey key = SampleApplication.key("named");
    for (int i = 0; i < 12; i++) {
      application.send(new Step(counter, 2), i == 0 ? key : SampleApplication.key("other"));
    }

    assertThat(texts("SELECT DISTINCT payload_type FROM event_store.events WHERE aggregate_id = ?"))
        .containsExactlyInAnyOrder("counter.CounterOpened", "counter.CounterStepped");
    assertThat(
            texts("SELECT DISTINCT aggregate_type FROM event_store.events WHERE aggregate_id = ?"))
        .containsExactly("counter.Counter");
    assertThat(
            application
                .sql()
                .queryForObject(
                    "SELECT result::json->>'type' FROM event_store.command_outcomes WHERE key = ?",
                    String.class,
                    key.key()))
        .isEqualTo("counter.Total");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        texts(
                            "SELECT DISTINCT aggregate_type || ' ' || payload_type"
                                + " FROM event_store.snapshots WHERE aggregate_id = ?"))
                    .containsExactly("counter.Counter counter.Counter"));
  }

  private List<String> texts(String sql) {
    return application.sql().queryForList(sql, String.class, counter);
  }

  @Test
  void commandsAreMeasuredByTypeAndOutcome() {
    application.send(new Step(counter, 1));
    assertThatThrownBy(() -> application.send(new Step(counter, 0))).isInstanceOf(Refused.class);
    MeterRegistry meters = application.get(MeterRegistry.class);
    assertThat(
            meters
                .get("playledger.commands")
                .tags("type", "Step", "outcome", "done")
                .timer()
                .count())
        .isPositive();
    assertThat(
            meters
                .get("playledger.commands")
                .tags("type", "Step", "outcome", "rejected")
                .timer()
                .count())
        .isPositive();
    assertThat(meters.get("playledger.events.appended").counter().count()).isPositive();
    assertThat(meters.get("playledger.sagas").tag("saga", "closing").gauge().value()).isNotNaN();
    await()
        .until(
            () ->
                meters
                        .get("playledger.processor.lag")
                        .tag("processor", "projections.counters")
                        .gauge()
                        .value()
                    == 0);
  }

  @Test
  void eventsCarryTheProvenanceOfTheirCommand() {
    long position = application.send(new Step(counter, 3)).position();
    Map<String, Object> metadata =
        application
            .sql()
            .queryForMap(
                """
                SELECT metadata->>'actorId' AS actor, metadata->>'actorRole' AS role,
                  metadata->>'correlationId' AS correlation, metadata->>'causationId' AS causation,
                  metadata->>'traceId' AS trace
                FROM event_store.events WHERE position = ?
                """,
                position);
    assertThat(metadata)
        .containsEntry("actor", "player-1")
        .containsEntry("role", "player")
        .containsEntry("correlation", "c-1")
        .containsEntry("trace", null);
    assertThat(UUID.fromString((String) metadata.get("causation")).version()).isEqualTo(7);
  }

  /** Each repeat is refused by the store and takes with it what was decided on it meanwhile. */
  @Test
  void repeatsKnownOnlyToTheStoreFailNoOtherCommand() throws Exception {
    CommandBus bus = application.get(CommandBus.class);
    // a sender of its own each time remembers no key
    hammer((step, key) -> commandsOver(bus).send(new CommandRequest(step, Map.of(), key)));
  }

  @Test
  void repeatsOnThisNodeFailNoOtherCommand() throws Exception {
    MeterRegistry meters = application.get(MeterRegistry.class);
    double before = conflicts(meters);
    hammer((step, key) -> application.send(step, key));
    assertThat(conflicts(meters)).isEqualTo(before);
  }

  private interface Repeating {
    CommandReply send(Step step, CommandKey key);
  }

  /** Many callers on one counter, each repeating every third command. */
  private void hammer(Repeating repeating) throws Exception {
    List<Future<Integer>> sent = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < 48; caller++) {
        sent.add(
            callers.submit(
                () -> {
                  for (int number = 1; number <= 20; number++) {
                    CommandKey key = key("step 1");
                    CommandReply first = application.send(new Step(counter, 1), key);
                    if (number % 3 == 0) {
                      CommandReply again = repeating.send(new Step(counter, 1), key);
                      assertThat(again.replayed()).isTrue();
                      assertThat(again.result()).isEqualTo(first.result());
                    }
                  }
                  return 20;
                }));
      }
      int done = 0;
      for (Future<Integer> one : sent) {
        done += one.get();
      }
      assertThat(events()).isEqualTo(done + 1);
    }
  }

  private static double conflicts(MeterRegistry meters) {
    return meters.find("playledger.events.conflicts").counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private long events() {
    Long count =
        application
            .sql()
            .queryForObject(
                "SELECT count(*) FROM event_store.events WHERE aggregate_id = ?",
                Long.class,
                counter);
    return count == null ? 0 : count;
  }

  private OptimisticCommands commandsOver(CommandBus bus) {
    return new OptimisticCommands(
        bus,
        application.get(CommandOutcomes.class),
        application.get(RejectionCodec.class),
        application.get(ResultCodec.class),
        () -> 0,
        new KnownStates(
            application.get(PositionedEventStorageEngine.class),
            application.get(AggregateCache.class)),
        CommandMeter.NONE);
  }

  /** Handles the command, then tells its sender that the connection broke. */
  private static CommandBus losesReplies(CommandBus bus) {
    return (CommandBus)
        Proxy.newProxyInstance(
            CommandBus.class.getClassLoader(),
            new Class<?>[] {CommandBus.class},
            (_, method, arguments) -> {
              if (!method.getName().equals("dispatch") || arguments.length != 2) {
                return method.invoke(bus, arguments);
              }
              CommandMessage<?> command = (CommandMessage<?>) arguments[0];
              @SuppressWarnings("unchecked") // the only type it is called with
              CommandCallback<Object, Object> callback =
                  (CommandCallback<Object, Object>) arguments[1];
              bus.dispatch(command, (_, _) -> {});
              @SuppressWarnings("unchecked") // any payload will do
              CommandMessage<Object> same = (CommandMessage<Object>) command;
              callback.onResult(
                  same,
                  GenericCommandResultMessage.asCommandResultMessage(
                      new AppendOutcomeUnknownException("broke", null)));
              return null;
            });
  }
}
