package io.playledger.runtime.stretch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.runtime.processor.LogPositions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;

class StretchStreamTest {

  private static final int EVENTS_MAX = 6;
  private static final int STRETCH_MAX = 3;

  private final EventsAtHand events = new EventsAtHand();
  private final AtomicLong handled = new AtomicLong(-1);
  private final AtomicInteger calls = new AtomicInteger();
  private final StretchStream stream =
      new StretchStream(
          events, event -> event.getPayload() instanceof Long, EVENTS_MAX, handled::get);

  private void append(long from, long to) {
    LongStream.rangeClosed(from, to).forEach(position -> events.with(position, position));
  }

  private static List<Object> payloads(TrackedEventMessage<?> stretch) {
    return LogStretch.eventsOf(stretch).stream().<Object>map(EventMessage::getPayload).toList();
  }

  private void assertNext(long position, Object... payloads) throws InterruptedException {
    TrackedEventMessage<?> stretch = stream.nextAvailable();
    assertThat(payloads(stretch)).containsExactly(payloads);
    assertThat(stretch.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(position));
  }

  @Test
  void stretchesAreFullFarFromTheHeadAndShorterNearIt() throws InterruptedException {
    append(1, 4);
    assertNext(3, 1L, 2L, 3L);
    assertNext(4, 4L);
    assertThat(stream.hasNextAvailable()).isFalse();
    assertThat(stream.peek()).isEmpty();
    append(5, 5);
    handled.set(4);
    assertThat(stream.peek()).hasValueSatisfying(next -> assertThat(payloads(next)).hasSize(1));
    assertNext(5, 5L);
  }

  @Test
  void eventsKeepTheirTokensAndUnwantedEventsAreSkipped() throws InterruptedException {
    events.with(1, "unwanted").with(2, 2L).with(3, "unwanted");
    TrackedEventMessage<?> stretch = stream.nextAvailable();
    assertThat(LogStretch.eventsOf(stretch))
        .singleElement()
        .satisfies(event -> assertThat(LogPositions.of(event)).isEqualTo(2));
    assertThat(LogPositions.of(stretch)).isEqualTo(3);
  }

  @Test
  void positionAdvancesOverUnwantedEvents() throws InterruptedException {
    LongStream.rangeClosed(1, 70).forEach(position -> events.with(position, "unwanted"));
    assertNext(60);
    assertNext(70);
  }

  @Test
  void eventsUpcastFromOneEventStayTogether() throws InterruptedException {
    append(1, 2);
    events.with(3, 3L).with(3, 30L).with(3, 300L).with(4, 4L);
    assertNext(3, 1L, 2L, 3L, 30L, 300L);
  }

  @Test
  void eventsInProgressAreLimited() throws InterruptedException {
    append(1, 12);
    assertNext(3, 1L, 2L, 3L);
    assertNext(6, 4L, 5L, 6L);
    assertThat(stream.hasNextAvailable()).isFalse();
    assertThat(events.left()).as("left where they are").isEqualTo(6);

    handled.set(2);
    assertThat(stream.hasNextAvailable()).as("the first stretch is not done").isFalse();
    handled.set(3);
    assertNext(9, 7L, 8L, 9L);
    assertThat(stream.hasNextAvailable()).isFalse();
  }

  @Test
  void smallStretchesInProgressAreLimited() throws InterruptedException {
    for (long position = 1; position <= EVENTS_MAX; position++) {
      events.with(position, "unwanted");
      assertNext(position);
    }
    events.with(EVENTS_MAX + 1, "unwanted");
    assertThat(stream.hasNextAvailable()).isFalse();
    handled.set(1);
    assertThat(stream.hasNextAvailable()).isTrue();
  }

  @Test
  void callbackRunsOnlyWhenThereIsRoomAgain() throws InterruptedException {
    stream.setOnAvailableCallback(calls::incrementAndGet);
    append(1, 12);
    stream.nextAvailable();
    stream.roomMade();
    assertThat(calls).as("nobody waits").hasValue(0);

    stream.nextAvailable();
    assertThat(stream.hasNextAvailable()).isFalse();
    handled.set(STRETCH_MAX);
    stream.roomMade();
    stream.roomMade();
    assertThat(calls).hasValue(1);
    assertThat(stream.hasNextAvailable()).isTrue();
  }

  @Test
  void batchOfOneIsAStretchOfOne() throws InterruptedException {
    StretchStream narrow = new StretchStream(events, _ -> true, 1, handled::get);
    append(1, 2);
    assertThat(payloads(narrow.nextAvailable())).containsExactly(1L);
    assertThat(narrow.hasNextAvailable()).isFalse();
    handled.set(1);
    assertThat(payloads(narrow.nextAvailable())).containsExactly(2L);
  }

  @Test
  void unreadableEventIsHandedOverAndFailsInItsHandler() throws InterruptedException {
    StretchStream all = new StretchStream(events, _ -> true, EVENTS_MAX, handled::get);
    events.with(1, 1L).withUnreadable(2).with(3, 3L);
    List<? extends EventMessage<?>> handedOver = LogStretch.eventsOf(all.nextAvailable());
    assertThat(handedOver).hasSize(3);
    assertThatThrownBy(() -> handedOver.get(1).getPayload())
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void closingAStretchStreamClosesTheStreamOfTheLog() {
    append(1, 1);
    assertThat(stream.hasNextAvailable()).isTrue();
    stream.close();
    assertThat(events.isClosed()).isTrue();
  }
}
