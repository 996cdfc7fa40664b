package io.playledger.axonserver;

import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.grpc.event.Event;
import io.playledger.eventstore.EventStoreUnavailableException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Events or snapshots of one aggregate. An interrupted stream is a transient failure. */
final class AggregateReading {

  private AggregateReading() {}

  static Stream<Event> of(
      AxonServerSession session, Function<EventChannel, AggregateEventStream> request) {
    AggregateEventStream events = session.read(request);
    return StreamSupport.stream(
        new Spliterators.AbstractSpliterator<>(
            Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
          @Override
          public boolean tryAdvance(Consumer<? super Event> action) {
            Event event = next(session, events);
            if (event != null) {
              action.accept(event);
            }
            return event != null;
          }
        },
        false);
  }

  private static Event next(AxonServerSession session, AggregateEventStream events) {
    try {
      return events.hasNext() ? events.next() : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreUnavailableException("Interrupted while reading an aggregate", e);
    } catch (RuntimeException e) {
      throw new EventStoreUnavailableException(
          "%s failed while an aggregate was read: %s".formatted(session, e), e);
    }
  }
}
