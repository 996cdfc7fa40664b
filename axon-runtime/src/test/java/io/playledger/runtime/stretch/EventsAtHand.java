package io.playledger.runtime.stretch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** A log and its only stream: gives what it was given, and waits for nothing. */
final class EventsAtHand
    implements StreamableMessageSource<TrackedEventMessage<?>>,
        BlockingStream<TrackedEventMessage<?>> {

  private final Queue<TrackedEventMessage<?>> events = new ArrayDeque<>();
  private boolean closed;

  EventsAtHand with(long position, Object payload) {
    events.add(
        new GenericTrackedEventMessage<>(
            new GlobalSequenceTrackingToken(position), new GenericEventMessage<>(payload)));
    return this;
  }

  /** An event that is not what its type says. */
  EventsAtHand withUnreadable(long position) {
    Serializer serializer = Jackson3Serializer.builder().build();
    SerializedMessage<Long> broken =
        new SerializedMessage<>(
            "event-" + position,
            new SimpleSerializedObject<>("{", String.class, Long.class.getName(), null),
            serializer.serialize(MetaData.emptyInstance(), String.class),
            serializer);
    events.add(
        new GenericTrackedEventMessage<>(
            new GlobalSequenceTrackingToken(position),
            new GenericEventMessage<>(broken, () -> Instant.EPOCH)));
    return this;
  }

  int left() {
    return events.size();
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
    return this;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return Optional.ofNullable(events.peek());
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) {
    return !events.isEmpty();
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() {
    return events.remove();
  }

  @Override
  public boolean setOnAvailableCallback(Runnable callback) {
    return true;
  }

  @Override
  public void close() {
    closed = true;
  }
}
