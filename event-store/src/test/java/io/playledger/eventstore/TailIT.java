package io.playledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream at the head gets exactly the events of the log, whichever node stored them. */
class TailIT {
  private static final int NODES = 2;
  private static final int CALLERS = 8;
  private static final int COMMANDS_EACH = 40;

  private TestLog log;
  private final List<PostgresEventStorageEngine> engines = new ArrayList<>();
  private final List<PostgresEventStore> stores = new ArrayList<>();

  @BeforeEach
  void open() {
    log = TestLog.fresh();
    for (int node = 0; node < NODES; node++) {
      PostgresEventStorageEngine engine = log.engine();
      engines.add(engine);
      stores.add(PostgresEventStore.builder().storageEngine(engine).pollMillis(60_000).build());
    }
  }

  @AfterEach
  void close() {
    stores.forEach(PostgresEventStore::shutDown);
    log.close();
  }

  /** Everything a reader can see of a message. */
  private record Seen(
      long position,
      String aggregateId,
      long sequence,
      String id,
      Object timestamp,
      Object payload,
      Object metadata) {

    static Seen of(TrackedEventMessage<?> message) {
      DomainEventMessage<?> domain = message instanceof DomainEventMessage<?> event ? event : null;
      return new Seen(
          message.trackingToken().position().getAsLong(),
          domain == null ? null : domain.getAggregateIdentifier(),
          domain == null ? -1 : domain.getSequenceNumber(),
          message.getIdentifier(),
          message.getTimestamp(),
          message.getPayload(),
          message.getMetaData());
    }
  }

  @Test
  void everyNodeReadsTheLogInOrder() throws Exception {
    List<TrackingEventStream> streams =
        stores.stream().map(store -> store.openStream(null)).toList();
    int expected = appendOnAllNodes();
    List<Seen> stored = engines.getFirst().readEvents(null, false).map(Seen::of).toList();
    assertThat(stored).hasSize(expected);
    assertThat(stored)
        .extracting(Seen::position)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, expected).boxed().toList());
    for (TrackingEventStream stream : streams) {
      List<Seen> given = new ArrayList<>();
      while (given.size() < expected) {
        assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
        given.add(Seen.of(stream.nextAvailable()));
      }
      assertThat(given).isEqualTo(stored);
    }
  }

  /** Reading its own events again would be one more query per batch and node. */
  @Test
  void streamReceivesTheEventsOfItsNodeWithoutAReadOfTheLog() throws Exception {
    MoodyDataSource reads = new MoodyDataSource(log.pool());
    PostgresEventStorageEngine engine = log.engine(it -> it.dataSource(reads.dataSource()));
    PostgresEventStore store =
        PostgresEventStore.builder().storageEngine(engine).pollMillis(60_000).build();
    stores.add(store);
    engine.appendEvents(TestEvents.history("a", 3));
    try (TrackingEventStream stream = store.openStream(engine.createHeadToken())) {
      long position = 3;
      int withoutRead = 0;
      // the start of the listener may cause a read, once
      for (int batch = 0; batch < 50 && withoutRead < 5; batch++) {
        int before = reads.connections();
        engine.appendEvents(TestEvents.history("account-" + batch, 2));
        for (int sequence = 0; sequence < 2; sequence++) {
          assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
          Seen given = Seen.of(stream.nextAvailable());
          assertThat(given.position()).isEqualTo(++position);
          assertThat(given.aggregateId()).isEqualTo("account-" + batch);
          assertThat(given.sequence()).isEqualTo(sequence);
        }
        withoutRead = reads.connections() == before ? withoutRead + 1 : 0;
      }
      assertThat(withoutRead).isEqualTo(5);
    }
  }

  private int appendOnAllNodes() throws Exception {
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      var calls = new ArrayList<java.util.concurrent.Future<?>>();
      for (int caller = 0; caller < CALLERS; caller++) {
        String account = "account-" + caller;
        PostgresEventStorageEngine engine = engines.get(caller % NODES);
        calls.add(
            callers.submit(
                () -> {
                  for (int i = 0; i < COMMANDS_EACH; i++) {
                    EventMessage<String> aside = new GenericEventMessage<>("aside " + i);
                    engine.appendEvents(
                        List.of(
                            TestEvents.credited(account, 2L * i),
                            TestEvents.credited(account, 2L * i + 1),
                            aside));
                  }
                }));
      }
      for (var call : calls) {
        call.get();
      }
    }
    return CALLERS * COMMANDS_EACH * 3;
  }
}
