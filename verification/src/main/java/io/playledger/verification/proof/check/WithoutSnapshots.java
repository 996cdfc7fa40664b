package io.playledger.verification.proof.check;

import java.util.List;
import java.util.function.Consumer;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** An event store to load from that knows no snapshots. */
final class WithoutSnapshots implements EventStore {

  private final EventStore store;
  private final long lastSequence;

  private WithoutSnapshots(EventStore store, long lastSequence) {
    this.store = store;
    this.lastSequence = lastSequence;
  }

  static EventStore of(EventStore store) {
    return new WithoutSnapshots(store, Long.MAX_VALUE);
  }

  /** As it was when each aggregate had that sequence. */
  static EventStore upTo(EventStore store, long lastSequence) {
    return new WithoutSnapshots(store, lastSequence);
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier) {
    return store
        .readEvents(aggregateIdentifier, 0)
        .filter(event -> event.getSequenceNumber() <= lastSequence);
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    return store.readEvents(aggregateIdentifier, firstSequenceNumber);
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    throw new UnsupportedOperationException("Only read from");
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken trackingToken) {
    return store.openStream(trackingToken);
  }

  @Override
  public void publish(List<? extends EventMessage<?>> events) {
    throw new UnsupportedOperationException("Only read from");
  }

  @Override
  public Registration registerDispatchInterceptor(
      MessageDispatchInterceptor<? super EventMessage<?>> dispatchInterceptor) {
    return store.registerDispatchInterceptor(dispatchInterceptor);
  }

  @Override
  public Registration subscribe(Consumer<List<? extends EventMessage<?>>> messageProcessor) {
    return store.subscribe(messageProcessor);
  }
}
