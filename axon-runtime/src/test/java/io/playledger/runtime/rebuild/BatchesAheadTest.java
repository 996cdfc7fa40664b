package io.playledger.runtime.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.runtime.processor.HandlerGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.junit.jupiter.api.Test;

class BatchesAheadTest {

  private static final int BATCH = 3;

  private final AtomicBoolean closed = new AtomicBoolean();
  private final HandlerGroup numbers =
      new HandlerGroup(
          List.of(new Numbers()),
          ClasspathParameterResolverFactory.forClass(BatchesAheadTest.class),
          ClasspathHandlerDefinition.forClass(BatchesAheadTest.class));

  static final class Numbers {
    @EventHandler
    void on(Long number) {}
  }

  private static TrackedEventMessage<?> event(long position, Object payload) {
    return new GenericTrackedEventMessage<>(
        new GlobalSequenceTrackingToken(position), new GenericEventMessage<>(payload));
  }

  private static Stream<TrackedEventMessage<?>> log(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(position -> event(position, position));
  }

  private BatchesAhead batches(Stream<TrackedEventMessage<?>> events, long target) {
    return new BatchesAhead(_ -> events.onClose(() -> closed.set(true)), numbers, 0, target, BATCH);
  }

  private static List<BatchesAhead.Batch> all(BatchesAhead batches) {
    List<BatchesAhead.Batch> all = new ArrayList<>();
    for (var batch = batches.next(); !batch.isLast(); batch = batches.next()) {
      all.add(batch);
    }
    return all;
  }

  private static List<Object> payloads(BatchesAhead.Batch batch) {
    return batch.events().stream().<Object>map(EventMessage::getPayload).toList();
  }

  @Test
  void everyEventUpToTheTargetIsInOneBatch() {
    try (BatchesAhead batches = batches(log(1, 20), 8)) {
      List<BatchesAhead.Batch> all = all(batches);
      assertThat(all).extracting(BatchesAhead.Batch::last).containsExactly(3L, 6L, 8L);
      assertThat(all.stream().flatMap(batch -> payloads(batch).stream()))
          .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
      assertThat(batches.next().isLast()).as("and stays at its end").isTrue();
    }
    assertThat(closed).isTrue();
  }

  @Test
  void eventsOfOnePositionStayInOneBatch() {
    Stream<TrackedEventMessage<?>> events =
        Stream.of(event(1, 1L), event(2, 2L), event(3, 3L), event(3, 30L), event(4, 4L));
    try (BatchesAhead batches = batches(events, 4)) {
      assertThat(payloads(batches.next())).containsExactly(1L, 2L, 3L, 30L);
      assertThat(payloads(batches.next())).containsExactly(4L);
    }
  }

  @Test
  void unhandledEventsAreSkipped() {
    Stream<TrackedEventMessage<?>> events =
        Stream.of(event(1, "a"), event(2, 2L), event(3, "b"), event(4, "c"));
    try (BatchesAhead batches = batches(events, 4)) {
      BatchesAhead.Batch first = batches.next();
      assertThat(payloads(first)).containsExactly(2L);
      assertThat(first.last()).isEqualTo(3);
      assertThat(batches.next()).isEqualTo(new BatchesAhead.Batch(List.of(), 4));
    }
  }

  @Test
  void unreadableLogFailsTheReplayAndIsClosed() {
    Stream<TrackedEventMessage<?>> events =
        Stream.concat(
            log(1, 4),
            Stream.generate(
                () -> {
                  throw new IllegalStateException("the log is away");
                }));
    try (BatchesAhead batches = batches(events, 10)) {
      assertThat(payloads(batches.next())).containsExactly(1L, 2L, 3L);
      assertThatThrownBy(batches::next)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the log is away");
    }
    assertThat(closed).isTrue();
  }
}
