package io.playledger.eventstore;

import static io.playledger.eventstore.TestEvents.credited;
import static io.playledger.eventstore.TestEvents.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.eventstore.TestEvents.Credited;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PostgresEventStorageEngineIT {
  private TestLog log;
  private PostgresEventStorageEngine engine;

  @BeforeEach
  void open() {
    log = TestLog.fresh();
    engine = log.engine(b -> b.limits(EventStoreLimits.defaults().withPages(7, 10, 50)));
  }

  @AfterEach
  void close() {
    log.close();
  }

  private static TrackingToken at(long position) {
    return new GlobalSequenceTrackingToken(position);
  }

  private List<Long> positionsAfter(TrackingToken token) {
    return engine
        .readEvents(token, false)
        .map(event -> event.trackingToken().position().getAsLong())
        .toList();
  }

  @Nested
  class Append {
    @Test
    void eventsOfSeveralAggregatesAreStoredTogether() {
      engine.appendEvents(List.of(credited("a", 0), credited("b", 0), credited("a", 1)));

      assertThat(engine.readEvents("a").asStream().map(DomainEventMessage::getSequenceNumber))
          .containsExactly(0L, 1L);
      assertThat(engine.readEvents("b").asStream().map(DomainEventMessage::getSequenceNumber))
          .containsExactly(0L);
      assertThat(positionsAfter(null)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void commandThatLosesOnOneAggregateStoresNothing() {
      engine.appendEvents(credited("b", 0));

      assertThatThrownBy(() -> engine.appendEvents(List.of(credited("a", 0), credited("b", 0))))
          .isInstanceOf(ConcurrencyException.class)
          .hasMessageContaining("[b]");

      assertThat(engine.lastSequenceNumberFor("a")).isEmpty();
      assertThat(engine.head()).isEqualTo(1);
    }

    @Test
    void sameSequenceTwiceInOneCommandIsRefused() {
      assertThatThrownBy(() -> engine.appendEvents(List.of(credited("a", 0), credited("a", 0))))
          .isInstanceOf(ConcurrencyException.class);
      assertThat(engine.head()).isZero();
    }

    @Test
    void unpairedSurrogateAndNulAreRefused() {
      for (String note : List.of("\ud83d", "\u0000")) {
        DomainEventMessage<?> event =
            new GenericDomainEventMessage<>("Account", "a" + note, 0, new Credited("a", 1, "x"));
        assertThatThrownBy(() -> engine.appendEvents(event))
            .isInstanceOf(AppendRefusedException.class);
      }
      assertThat(engine.head()).isZero();
    }

    @Test
    void eventAboveTheSizeLimitIsRefused() {
      DomainEventMessage<?> event =
          new GenericDomainEventMessage<>(
              "Account", "a", 0, new Credited("a", 1, "x".repeat(1 << 20)));
      assertThatThrownBy(() -> engine.appendEvents(event))
          .isInstanceOf(AppendRefusedException.class)
          .hasMessageContaining("eventBytesMax");
    }

    @Test
    void appendOfNoEventsStoresNothing() {
      engine.appendEvents(List.of());
      assertThat(engine.head()).isZero();
    }

    @Test
    void engineReturnsPooledConnectionsUnchanged() {
      PostgresEventStorageEngine pooled = log.engine(b -> b.writerDataSource(log.pool()));
      pooled.tail();
      pooled.appendEvents(credited("a", 0));
      pooled.close();
      assertThat(log.pool().getHikariPoolMXBean().getActiveConnections()).isZero();
      assertThat(
              log.numberFromPool(
                  "SELECT setting::int FROM pg_settings WHERE name = 'lock_timeout'"))
          .isZero();
    }

    @Test
    void closedEngineRefusesEvents() {
      engine.close();
      assertThatThrownBy(() -> engine.appendEvents(credited("a", 0)))
          .isInstanceOf(EventStoreUnavailableException.class)
          .hasMessageContaining("nothing was stored");
    }
  }

  @Nested
  class Read {
    @Test
    void everyFieldOfAnEventIsReadBack() {
      DomainEventMessage<Credited> event = credited("a", 0);
      engine.appendEvents(event);

      TrackedEventMessage<?> read = engine.readEvents(null, false).findFirst().orElseThrow();

      assertThat(read.getPayload()).isEqualTo(event.getPayload());
      assertThat(read.getMetaData()).containsEntry("actor", "alice");
      assertThat(read.getIdentifier()).isEqualTo(event.getIdentifier());
      assertThat(read.getTimestamp())
          .isEqualTo(event.getTimestamp().truncatedTo(ChronoUnit.MICROS));
      assertThat(read).isInstanceOf(DomainEventMessage.class);
      DomainEventMessage<?> domainEvent = (DomainEventMessage<?>) read;
      assertThat(domainEvent.getType()).isEqualTo("Account");
      assertThat(domainEvent.getAggregateIdentifier()).isEqualTo("a");
      assertThat(domainEvent.getSequenceNumber()).isZero();
    }

    @Test
    void eventWithoutAnAggregateIsReadBack() {
      engine.appendEvents(new GenericEventMessage<>(new Credited("x", 1, "y")));

      TrackedEventMessage<?> read = engine.readEvents(null, false).findFirst().orElseThrow();

      assertThat(read).isNotInstanceOf(DomainEventMessage.class);
      assertThat(read.getPayload()).isEqualTo(new Credited("x", 1, "y"));
    }

    @Test
    void logAndAggregatesAreReadAcrossPages() {
      engine.appendEvents(history("a", 20));
      engine.appendEvents(history("b", 21));

      assertThat(positionsAfter(null)).hasSize(41).isSorted().startsWith(1L).endsWith(41L);
      assertThat(positionsAfter(at(20))).hasSize(21).startsWith(21L);
      assertThat(positionsAfter(at(41))).isEmpty();
      assertThat(engine.readEvents("b", 3).asStream().map(DomainEventMessage::getSequenceNumber))
          .hasSize(18)
          .startsWith(3L)
          .endsWith(20L);
      assertThat(engine.lastSequenceNumberFor("b")).contains(20L);
    }

    @Test
    void streamAtItsEndSeesLaterEvents() {
      engine.appendEvents(history("a", 3));
      try (Stream<? extends TrackedEventMessage<?>> stream = engine.readEvents(null, false)) {
        var iterator = stream.iterator();
        for (int i = 0; i < 3; i++) {
          iterator.next();
        }
        assertThat(iterator.hasNext()).isFalse();
        engine.appendEvents(credited("a", 3));
        assertThat(iterator.hasNext()).isTrue();
      }
    }

    @Test
    void replayStartsAtItsLowestPosition() {
      engine.appendEvents(history("a", 5));
      assertThat(positionsAfter(ReplayToken.createReplayToken(at(5), at(2))))
          .containsExactly(3L, 4L, 5L);
    }
  }

  @Nested
  class Tokens {
    @Test
    void tailAndHeadOfAnEmptyLogAreZero() {
      assertThat(engine.createTailToken()).isEqualTo(at(0));
      assertThat(engine.createHeadToken()).isEqualTo(at(0));
    }

    @Test
    void headIsTheLastPosition() {
      engine.appendEvents(history("a", 5));
      assertThat(engine.createTailToken()).isEqualTo(at(0));
      assertThat(engine.createHeadToken()).isEqualTo(at(5));
    }

    @Test
    void tokenAtATimeIsBeforeItsFirstEvent() {
      Instant start = Instant.parse("2026-01-01T00:00:00Z");
      for (int i = 0; i < 5; i++) {
        int hours = i;
        GenericEventMessage.clock =
            java.time.Clock.fixed(start.plus(hours, ChronoUnit.HOURS), java.time.ZoneOffset.UTC);
        try {
          engine.appendEvents(credited("a", i));
        } finally {
          GenericEventMessage.clock = java.time.Clock.systemUTC();
        }
      }

      assertThat(engine.createTokenAt(start)).isEqualTo(at(0));
      assertThat(engine.createTokenAt(start.plus(2, ChronoUnit.HOURS))).isEqualTo(at(2));
      assertThat(engine.createTokenAt(start.plus(121, ChronoUnit.MINUTES))).isEqualTo(at(3));
      assertThat(engine.createTokenAt(start.plus(9, ChronoUnit.HOURS))).isEqualTo(at(5));
    }
  }

  @Nested
  class Snapshots {
    private DomainEventMessage<Credited> snapshot(long sequence) {
      return new GenericDomainEventMessage<>(
          "Account", "a", sequence, new Credited("a", sequence, "state"), MetaData.emptyInstance());
    }

    @Test
    void latestSnapshotIsReadAndAFewAreKept() {
      for (long sequence : new long[] {10, 20, 30}) {
        engine.storeSnapshot(snapshot(sequence));
      }

      DomainEventMessage<?> read = engine.readSnapshot("a").orElseThrow();

      assertThat(read.getSequenceNumber()).isEqualTo(30);
      assertThat(read.getPayload()).isEqualTo(new Credited("a", 30, "state"));
      assertThat(log.number("SELECT count(*) FROM event_store.snapshots")).isEqualTo(2);
      assertThat(engine.readSnapshot("b")).isEmpty();
    }

    @Test
    void snapshotReplacesTheOneAtTheSameSequence() {
      engine.storeSnapshot(snapshot(10));
      engine.storeSnapshot(snapshot(10));
      assertThat(engine.readSnapshot("a")).isPresent();
    }

    @Test
    void olderSnapshotIsReadIfTheFilterRefusesTheLatest() {
      engine.storeSnapshot(snapshot(10));
      engine.storeSnapshot(snapshot(20));
      PostgresEventStorageEngine filtering =
          log.engine(
              b ->
                  b.snapshotFilter(
                      data -> !data.getPayload().getData().toString().contains("\"amount\":20")));
      assertThat(filtering.readSnapshot("a").orElseThrow().getSequenceNumber()).isEqualTo(10);
    }
  }
}
