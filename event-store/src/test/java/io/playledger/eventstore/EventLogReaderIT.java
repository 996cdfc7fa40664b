package io.playledger.eventstore;

import static io.playledger.eventstore.TestEvents.credited;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.eventstore.read.EventLogFilter;
import io.playledger.eventstore.read.EventLogPage;
import io.playledger.eventstore.read.EventLogReader;
import io.playledger.eventstore.read.EventLogReader.Order;
import io.playledger.eventstore.read.EventRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLogReaderIT {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private TestLog log;
  private EventLogReader reader;

  /** 40 events a minute apart: accounts a and b by turns, actors alice, bob, carol by turns. */
  @BeforeEach
  void write() {
    log = TestLog.fresh();
    PostgresEventStorageEngine engine = log.engine();
    EventStoreLimits limits = EventStoreLimits.defaults().withPages(10, 6, 15);
    reader = new EventLogReader(log.pool(), TestLog.SCHEMA, limits, "actor", "correlationId");
    for (int i = 0; i < 40; i++) {
      String actor = List.of("alice", "bob", "carol").get(i % 3);
      GenericEventMessage.clock = Clock.fixed(START.plus(Duration.ofMinutes(i)), ZoneOffset.UTC);
      try {
        engine.appendEvents(
            credited(
                i % 2 == 0 ? "a" : "b",
                i / 2,
                Map.of("actor", actor, "correlationId", "c-" + i / 4)));
      } finally {
        GenericEventMessage.clock = Clock.systemUTC();
      }
    }
  }

  @AfterEach
  void close() {
    log.close();
  }

  private List<Long> all(EventLogFilter filter, Order order) {
    List<Long> positions = new ArrayList<>();
    long cursor = EventLogReader.START;
    int pages = 0;
    EventLogPage page;
    do {
      page = reader.read(filter, order, cursor, 100);
      assertThat(page.records()).hasSizeLessThanOrEqualTo(6);
      page.records().forEach(record -> positions.add(record.position()));
      cursor = page.nextCursor();
      assertThat(++pages).isLessThan(30);
    } while (page.hasNext());
    return positions;
  }

  private void findsBothWays(EventLogFilter filter, Long... expected) {
    assertThat(all(filter, Order.OLDEST_FIRST)).containsExactly(expected);
    assertThat(all(filter, Order.NEWEST_FIRST))
        .containsExactly(List.of(expected).reversed().toArray(Long[]::new));
  }

  @Test
  void wholeLogIsReadInPagesInBothDirections() {
    assertThat(all(EventLogFilter.all(), Order.OLDEST_FIRST)).hasSize(40).isSorted();
    assertThat(all(EventLogFilter.all(), Order.NEWEST_FIRST))
        .hasSize(40)
        .startsWith(40L)
        .endsWith(1L);
    assertThat(reader.head()).isEqualTo(40);
  }

  @Test
  void eventsAreFoundByPosition() {
    findsBothWays(EventLogFilter.all().withPositions(5L, 7L), 5L, 6L, 7L);
    findsBothWays(EventLogFilter.all().withPositions(39L, null), 39L, 40L);
    findsBothWays(EventLogFilter.all().withPositions(41L, null));
  }

  @Test
  void eventsAreFoundByAggregate() {
    assertThat(all(EventLogFilter.all().withAggregate("Account", "b"), Order.OLDEST_FIRST))
        .hasSize(20)
        .allMatch(position -> position % 2 == 0);
    findsBothWays(EventLogFilter.all().withAggregate("Other", "b"));
    findsBothWays(
        EventLogFilter.all().withAggregate("Account", "b").withPositions(10L, 13L), 10L, 12L);
  }

  @Test
  void eventsAreFoundByActorAndCorrelation() {
    assertThat(all(EventLogFilter.all().withActor("bob"), Order.OLDEST_FIRST)).hasSize(13);
    findsBothWays(EventLogFilter.all().withCorrelationId("c-9"), 37L, 38L, 39L, 40L);
    findsBothWays(EventLogFilter.all().withCorrelationId("c-9").withActor("alice"), 37L, 40L);
    findsBothWays(EventLogFilter.all().withActor("mallory"));
  }

  @Test
  void eventsAreFoundByFullOrSimpleTypeName() {
    String full = TestEvents.Credited.class.getName();
    for (String type : List.of(full, "TestEvents$Credited")) {
      assertThat(all(EventLogFilter.all().withPayloadType(type), Order.OLDEST_FIRST)).hasSize(40);
    }
    findsBothWays(EventLogFilter.all().withPayloadType("redited"));
  }

  @Test
  void eventsAreFoundByTime() {
    findsBothWays(
        EventLogFilter.all()
            .withTimes(START.plus(Duration.ofMinutes(10)), START.plus(Duration.ofMinutes(12))),
        11L,
        12L);
    findsBothWays(EventLogFilter.all().withTimes(START.plus(Duration.ofMinutes(39)), null), 40L);
    findsBothWays(EventLogFilter.all().withTimes(null, START));
    findsBothWays(EventLogFilter.all().withTimes(START.plus(Duration.ofDays(1)), null));
  }

  @Test
  void pageScansABoundedPartOfTheLog() {
    EventLogPage page =
        reader.read(
            EventLogFilter.all().withCorrelationId("c-9"),
            Order.OLDEST_FIRST,
            EventLogReader.START,
            5);
    assertThat(page.records()).isEmpty();
    assertThat(page.nextCursor()).isEqualTo(15);
    assertThat(page.hasNext()).isTrue();
  }

  @Test
  void singleEventIsReadInFull() {
    EventRecord record = reader.readAt(3).orElseThrow();
    assertThat(record.aggregateType()).isEqualTo("Account");
    assertThat(record.aggregateId()).isEqualTo("a");
    assertThat(record.sequence()).isEqualTo(1);
    assertThat(record.timestamp()).isEqualTo(START.plus(Duration.ofMinutes(2)));
    assertThat(record.payloadType()).isEqualTo(TestEvents.Credited.class.getName());
    assertThat(record.payloadJson()).contains("\"amount\":101");
    assertThat(record.metadataJson()).contains("\"actor\":\"carol\"");
    assertThat(reader.readAt(41)).isEmpty();
  }
}
