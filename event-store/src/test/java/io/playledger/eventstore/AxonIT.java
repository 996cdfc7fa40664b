package io.playledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A whole Axon on the engine: aggregates, snapshots and a pooled streaming processor. */
class AxonIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  record Credit(@TargetAggregateIdentifier String account, long amount) {}

  record WasCredited(String account, long amount) {}

  static class Account {
    @AggregateIdentifier private String id;
    private long balance;

    Account() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long handle(Credit command) {
      if (command.amount() < 0) {
        throw new IllegalArgumentException("negative");
      }
      AggregateLifecycle.apply(new WasCredited(command.account(), command.amount()));
      return balance;
    }

    @EventSourcingHandler
    void on(WasCredited event) {
      id = event.account();
      balance += event.amount();
    }
  }

  static class Projection {
    private final List<Long> seen = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(WasCredited event, org.axonframework.eventhandling.TrackingToken token) {
      seen.add(token.position().getAsLong());
    }
  }

  private TestLog log;
  private Configuration node;
  private Projection projection;

  @BeforeEach
  void open() {
    log = TestLog.fresh();
    projection = new Projection();
    node = start(projection);
  }

  @AfterEach
  void close() {
    node.shutdown();
    log.close();
  }

  private Configuration start(Projection handler) {
    PostgresEventStorageEngine engine = log.engine(b -> b.snapshotSerializer(fieldSerializer()));
    // "false": the Axon Server connector on the class path stays out
    Configurer configurer = DefaultConfigurer.defaultConfiguration(false);
    configurer
        .configureSerializer(c -> TestLog.SERIALIZER)
        .configureEventSerializer(c -> TestLog.SERIALIZER)
        .configureEventStore(
            // so slow a poll that only the wake-up can be soon
            c -> PostgresEventStore.builder().storageEngine(engine).pollMillis(60_000).build())
        .registerComponent(TokenStore.class, c -> new InMemoryTokenStore())
        .configureAggregate(
            AggregateConfigurer.defaultConfiguration(Account.class)
                .configureSnapshotTrigger(
                    c -> new EventCountSnapshotTriggerDefinition(c.snapshotter(), 5)));
    configurer
        .eventProcessing()
        .registerPooledStreamingEventProcessor(
            "projection",
            c -> c.eventStore(),
            (c, builder) ->
                builder
                    .initialSegmentCount(1)
                    .tokenClaimInterval(120_000)
                    .claimExtensionThreshold(120_000))
        .registerEventHandler(c -> handler)
        .byDefaultAssignTo("projection");
    return configurer.start();
  }

  /** Snapshots are the aggregate's fields. */
  private static org.axonframework.serialization.Serializer fieldSerializer() {
    return org.axonframework.serialization.jackson3.Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(AxonIT::seeFields)
        .build();
  }

  private static void seeFields(JsonMapper.Builder mapper) {
    mapper.changeDefaultVisibility(
        visibility ->
            visibility
                .withFieldVisibility(com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY)
                .withCreatorVisibility(
                    com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.ANY)
                .withGetterVisibility(
                    com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE));
  }

  private static Object send(Configuration node, Object command) {
    return node.getComponent(CommandGateway.class).sendAndWait(command);
  }

  @Test
  void commandsAreStoredAndProjectedInOrder() {
    for (int i = 1; i <= 20; i++) {
      assertThat(send(node, new Credit("a", 1))).isEqualTo((long) i);
    }
    await().atMost(SOON).until(() -> projection.seen.size() == 20);
    assertThat(projection.seen).isSorted().startsWith(1L).endsWith(20L);
  }

  @Test
  void appendWakesTheProcessorWithoutPolling() {
    send(node, new Credit("a", 1));
    await().atMost(SOON).until(() -> projection.seen.size() == 1);
    long startNanos = System.nanoTime();
    for (int i = 2; i <= 21; i++) {
      int seen = i;
      send(node, new Credit("a", 1));
      await().pollInterval(Duration.ofMillis(1)).until(() -> projection.seen.size() == seen);
    }
    // Axon looks every 500 ms at a stream that does not call back: that would take 5 to 10 s
    assertThat(Duration.ofNanos(System.nanoTime() - startNanos)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void rejectedCommandStoresNothing() {
    assertThatThrownBy(() -> send(node, new Credit("a", -1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(log.number("SELECT count(*) FROM event_store.events")).isZero();
  }

  @Test
  void aggregateIsLoadedFromItsSnapshot() {
    for (int i = 0; i < 12; i++) {
      send(node, new Credit("a", 1));
    }
    await().atMost(SOON).until(() -> log.number("SELECT count(*) FROM event_store.snapshots") >= 1);
    // prove that the snapshot is what is read
    log.execute(
        "UPDATE event_store.snapshots SET payload = regexp_replace(payload,"
            + " '\"balance\":\\d+', '\"balance\":1000')");
    assertThat((Long) send(node, new Credit("a", 1))).isGreaterThan(1000L);
  }

  @Test
  void appendOfAnotherNodeWakesTheProcessor() {
    Projection other = new Projection();
    Configuration second = start(other);
    try {
      send(node, new Credit("warm", 1));
      await().atMost(SOON).until(() -> other.seen.size() == 1 && projection.seen.size() == 1);
      for (int i = 0; i < 10; i++) {
        send(node, new Credit("a-" + i, 1));
      }
      await().atMost(SOON).until(() -> other.seen.size() == 11);
      send(second, new Credit("b", 1));
      await().atMost(SOON).until(() -> projection.seen.size() == 12);
    } finally {
      second.shutdown();
    }
  }

  @Test
  void brokenListenerReconnectsAndMissesNothing() {
    Projection other = new Projection();
    Configuration second = start(other);
    try {
      send(node, new Credit("warm", 1));
      await().atMost(SOON).until(() -> other.seen.size() == 1);
      log.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND query LIKE 'LISTEN%'");
      send(node, new Credit("a", 1));
      await().atMost(SOON).until(() -> other.seen.size() == 2);
    } finally {
      second.shutdown();
    }
  }

  @Test
  void processorReplaysFromTheBeginning() {
    for (int i = 0; i < 10; i++) {
      send(node, new Credit("a-" + i, 1));
    }
    await().atMost(SOON).until(() -> projection.seen.size() == 10);
    PooledStreamingEventProcessor processor =
        node.eventProcessingConfiguration()
            .eventProcessor("projection", PooledStreamingEventProcessor.class)
            .orElseThrow();
    processor.shutDown();
    processor.resetTokens();
    processor.start();
    await().atMost(SOON).until(() -> projection.seen.size() == 20);
    assertThat(projection.seen.subList(10, 20)).isSorted();
  }

  @Test
  void headEqualsThatOfTheEventStore() {
    send(node, new Credit("a", 1));
    EventStore store = node.eventStore();
    assertThat(store.createHeadToken().position()).hasValue(1);
    assertThat(store.lastSequenceNumberFor("a")).contains(0L);
  }
}
