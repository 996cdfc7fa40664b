package io.playledger.axonserver;

import io.playledger.eventstore.DurableEventStore;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;

/**
 * Axon's event store over an {@link AxonServerEventStorageEngine}. In place of the connector's own,
 * which knows neither our positions nor outcomes, and lets Axon Server leave out events that a
 * processor does not handle: its position would then stand still, and with it every read that waits
 * for one.
 */
public final class AxonServerEventStore extends AbstractEventStore implements DurableEventStore {

  private final AxonServerEventStorageEngine engine;

  private AxonServerEventStore(Builder builder, AxonServerEventStorageEngine engine) {
    super(builder);
    this.engine = engine;
  }

  /** Over this engine. */
  public static AxonServerEventStore on(AxonServerEventStorageEngine engine) {
    Builder builder = new Builder();
    builder.storageEngine(engine);
    return new AxonServerEventStore(builder, engine);
  }

  @Override
  public TrackingEventStream openStream(TrackingToken trackingToken) {
    return engine.openStream(trackingToken);
  }

  private static final class Builder extends AbstractEventStore.Builder {}
}
