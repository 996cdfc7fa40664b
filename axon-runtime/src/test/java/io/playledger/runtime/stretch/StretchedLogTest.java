package io.playledger.runtime.stretch;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class StretchedLogTest {

  private final EventsAtHand events = new EventsAtHand().with(1, "a").with(2, "b");

  private BlockingStream<TrackedEventMessage<?>> opened(boolean oneSegment) {
    return new StretchedLog(events, _ -> true, 10, () -> oneSegment, () -> -1)
        .openStream(new GlobalSequenceTrackingToken(0));
  }

  @Test
  void oneSegmentIsReadInStretches() throws InterruptedException {
    TrackedEventMessage<?> message = opened(true).nextAvailable();
    assertThat(LogStretch.isOne(message)).isTrue();
    assertThat(LogStretch.eventsOf(message)).hasSize(2);
  }

  /** They stand at different positions, and each must see what the other has seen already. */
  @Test
  void severalSegmentsAreReadEventByEvent() throws InterruptedException {
    TrackedEventMessage<?> message = opened(false).nextAvailable();
    assertThat(LogStretch.isOne(message)).isFalse();
    assertThat(message.getPayload()).isEqualTo("a");
  }
}
