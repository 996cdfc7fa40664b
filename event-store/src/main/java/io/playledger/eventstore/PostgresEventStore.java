package io.playledger.eventstore;

import static java.util.Objects.requireNonNull;

import io.playledger.eventstore.read.LogEntry;
import io.playledger.eventstore.read.PagesAhead;
import io.playledger.eventstore.tail.LogStream;
import io.playledger.eventstore.tail.LogTail;
import io.playledger.eventstore.tail.StoredBatch;
import io.playledger.eventstore.tail.TailSignal;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.monitoring.MessageMonitor;

/**
 * The event store over a {@link PostgresEventStorageEngine}. In place of Axon's {@code
 * EmbeddedEventStore}, whose streams cannot tell a pooled streaming processor that events came (it
 * then looks every 500 ms): here a committed batch, of this or any other node, wakes every
 * processor at once. One reader follows the log for all of them.
 */
public final class PostgresEventStore extends AbstractEventStore
    implements DurableEventStore, Lifecycle {
  private final PostgresEventStorageEngine engine;
  private final LogTail tail;
  private final Registration wakeUp;
  private final AtomicBoolean following = new AtomicBoolean();

  private PostgresEventStore(Builder builder) {
    super(builder);
    this.engine = builder.engine;
    this.tail =
        new LogTail(
            engine::entriesAfter,
            engine.limits().pageEventsMax(),
            builder.tailEventsMax,
            builder.tailCharsMax,
            builder.pollMillis);
    this.wakeUp = engine.tail().follow(new Hearing());
  }

  /** Passes this node's events to the tail, and lets it read the others. */
  private final class Hearing implements TailSignal.Follower {

    @Override
    public void grown() {
      tail.signal();
    }

    @Override
    public void stored(StoredBatch batch) {
      tail.handOver(
          new LogTail.Stretch(batch.first(), batch.last(), () -> engine.entriesOf(batch)));
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  /** With the defaults. */
  public static PostgresEventStore on(PostgresEventStorageEngine engine) {
    return builder().storageEngine(engine).build();
  }

  @Override
  public TrackingEventStream openStream(TrackingToken trackingToken) {
    if (following.compareAndSet(false, true)) {
      startFollowing();
    }
    return new LogStream(
        tail,
        new PagesAhead<>(engine::entriesAfter, LogEntry::position, engine.limits().pageEventsMax()),
        PostgresEventStorageEngine.positionOf(trackingToken));
  }

  private void startFollowing() {
    try {
      tail.start(engine.head());
    } catch (RuntimeException e) {
      following.set(false);
      throw e;
    }
  }

  /** Ends all streams. The engine stays open until it is closed itself. */
  public void shutDown() {
    wakeUp.cancel();
    tail.close();
  }

  @Override
  public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
    lifecycle.onShutdown(Phase.INBOUND_EVENT_CONNECTORS - 10, this::shutDown);
  }

  /** Builds an event store; a {@link #storageEngine} is required. */
  public static final class Builder extends AbstractEventStore.Builder {
    private PostgresEventStorageEngine engine;
    private int tailEventsMax = 10_000;
    private long tailCharsMax = 32L << 20;
    private long pollMillis = 1_000;

    private Builder() {}

    @Override
    public Builder storageEngine(EventStorageEngine value) {
      if (!(value instanceof PostgresEventStorageEngine postgres)) {
        throw new IllegalArgumentException("A PostgresEventStorageEngine is required");
      }
      super.storageEngine(value);
      this.engine = postgres;
      return this;
    }

    @Override
    public Builder messageMonitor(MessageMonitor<? super EventMessage<?>> value) {
      super.messageMonitor(value);
      return this;
    }

    @Override
    public Builder spanFactory(EventBusSpanFactory value) {
      super.spanFactory(value);
      return this;
    }

    /** Newest events kept in memory for the processors, and how many characters of them. */
    public Builder tailMax(int events, long chars) {
      this.tailEventsMax = events;
      this.tailCharsMax = chars;
      return this;
    }

    /** Interval of polls for new events without a wake-up, as a safety net. */
    public Builder pollMillis(long value) {
      this.pollMillis = value;
      return this;
    }

    public PostgresEventStore build() {
      requireNonNull(engine, "storageEngine is required");
      if (tailEventsMax <= 0 || tailCharsMax <= 0 || pollMillis <= 0) {
        throw new IllegalArgumentException("tailMax and pollMillis must be positive");
      }
      return new PostgresEventStore(this);
    }
  }
}
