package io.playledger.axonserver;

import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.playledger.eventstore.EventStoreUnavailableException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.axonserver.connector.event.axon.GrpcBackedDomainEventData;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;

/** The log from behind one position up to another, both known from the start. */
final class BoundedReading implements AutoCloseable {

  private final PositionedStream events;
  private final long answerWaitMillisMax;
  private final long last;
  private long position;

  BoundedReading(AxonServerSession session, long after, long last) {
    this.events = PositionedStream.after(session, after);
    this.answerWaitMillisMax = session.settings().answerWaitMillisMax();
    this.last = last;
    this.position = after;
  }

  Stream<TrackedEventData<byte[]>> stream() {
    return StreamSupport.stream(
        new Spliterators.AbstractSpliterator<>(
            Math.max(0, last - position), Spliterator.ORDERED | Spliterator.NONNULL) {
          @Override
          public boolean tryAdvance(Consumer<? super TrackedEventData<byte[]>> action) {
            if (position >= last) {
              return false;
            }
            action.accept(next());
            return true;
          }
        },
        false);
  }

  private TrackedEventData<byte[]> next() {
    EventWithToken event;
    try {
      event = events.nextIfAvailable(answerWaitMillisMax, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreUnavailableException("Interrupted while reading the log", e);
    }
    if (event == null) {
      throw new EventStoreUnavailableException(
          "Axon Server sent no event behind position %d, though the log goes on to %d"
              .formatted(position, last),
          events.getError().orElse(null));
    }
    position = event.getToken();
    return new TrackedDomainEventData<>(
        Positions.token(position), new GrpcBackedDomainEventData(event.getEvent()));
  }

  @Override
  public void close() {
    events.close();
  }
}
