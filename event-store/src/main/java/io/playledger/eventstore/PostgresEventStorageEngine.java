package io.playledger.eventstore;

import static java.util.Objects.requireNonNull;

import io.playledger.eventstore.append.AppendContext;
import io.playledger.eventstore.append.GroupCommit;
import io.playledger.eventstore.read.EventRows;
import io.playledger.eventstore.read.LogEntry;
import io.playledger.eventstore.read.MessageReader;
import io.playledger.eventstore.snapshot.SnapshotStore;
import io.playledger.eventstore.tail.ChannelListener;
import io.playledger.eventstore.tail.ForeignAppends;
import io.playledger.eventstore.tail.StoredBatch;
import io.playledger.eventstore.tail.TailSignal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/**
 * Axon's event storage on PostgreSQL with group commit.
 *
 * <p>{@link #appendEvents(List)} returns when the events are durable: all of the call's events, or
 * none. With a {@link AppendContext#defer deferring} context it returns when they are queued, and
 * {@link AppendContext#awaitStored} says the rest. It throws {@link
 * org.axonframework.modelling.command.ConcurrencyException} when another command took a sequence,
 * {@link DuplicateCommandException} when the command's key has an outcome, {@link
 * AppendRefusedException} when the events can never be stored, {@link
 * EventStoreUnavailableException} when they were not stored this time, and {@link
 * AppendOutcomeUnknownException} when that is unknown.
 *
 * <p>Positions are gapless from 1 over the whole log, also with several engines on one log. Tokens
 * are {@link GlobalSequenceTrackingToken}s of the position.
 *
 * <p>The engine holds one connection for writing and, once {@link #tail()} has a listener, one for
 * listening. It does not take part in transactions of the caller.
 */
public final class PostgresEventStorageEngine implements PositionedEventStorageEngine {
  private final EventStoreLimits limits;
  private final GroupCommit writer;
  private final EventRows rows;
  private final MessageReader messages;
  private final SnapshotStore snapshots;
  private final TailSignal tail;
  private final ChannelListener listener;

  private PostgresEventStorageEngine(Builder builder) {
    SchemaName schema = new SchemaName(builder.schema);
    DataSource writerSource =
        builder.writerDataSource != null ? builder.writerDataSource : builder.dataSource;
    String nodeId = UUID.randomUUID().toString();
    this.limits = builder.limits;
    this.rows = new EventRows(builder.dataSource, schema, limits.pageEventsMax());
    this.messages = new MessageReader(rows, builder.eventSerializer, builder.upcaster);
    this.snapshots =
        new SnapshotStore(
            builder.dataSource,
            schema,
            rows,
            builder.snapshotSerializer,
            builder.upcaster,
            builder.snapshotFilter,
            limits.snapshotsKeptMax());
    this.tail = new TailSignal();
    this.listener =
        new ChannelListener(
            writerSource,
            schema.channel(),
            "event-store-listener",
            new ForeignAppends(nodeId, tail));
    this.writer =
        new GroupCommit(
            writerSource, schema, nodeId, builder.eventSerializer, limits, tail, builder.observer);
  }

  public static Builder builder() {
    return new Builder();
  }

  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    if (events.isEmpty()) {
      return;
    }
    writer.append(events);
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      TrackingToken trackingToken, boolean mayBlock) {
    return messages.after(positionOf(trackingToken));
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    return messages.ofAggregate(aggregateIdentifier, firstSequenceNumber);
  }

  /** A page of the log, upcast, by position. */
  List<LogEntry> entriesAfter(long position) {
    return messages.entriesAfter(position);
  }

  /** The events of a batch of this node, in the form of a read. */
  List<LogEntry> entriesOf(StoredBatch batch) {
    return messages.entries(batch.records().get());
  }

  EventStoreLimits limits() {
    return limits;
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    snapshots.store(snapshot);
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    return snapshots.read(aggregateIdentifier);
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    OptionalLong last = rows.lastSequence(aggregateIdentifier);
    return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
  }

  @Override
  public Set<String> overtaken(Map<String, Long> known) {
    return rows.goneOn(known);
  }

  /** Position 0: before the first event. */
  @Override
  public TrackingToken createTailToken() {
    return new GlobalSequenceTrackingToken(0);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(rows.head());
  }

  /** Before the first event at or after {@code dateTime}; the head where there is none. */
  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    OptionalLong first = rows.firstPositionSince(dateTime);
    return first.isPresent()
        ? new GlobalSequenceTrackingToken(first.getAsLong() - 1)
        : createHeadToken();
  }

  static long positionOf(TrackingToken token) {
    TrackingToken lowest = WrappedToken.unwrapLowerBound(token);
    if (lowest == null) {
      return 0;
    }
    if (lowest instanceof GlobalSequenceTrackingToken sequence) {
      return sequence.getGlobalIndex();
    }
    throw new IllegalArgumentException("Not a token of this event log: " + lowest);
  }

  @Override
  public long head() {
    return rows.head();
  }

  /** Commands that wait for the writer. */
  public int queueLength() {
    return writer.queueLength();
  }

  /** The signal of appends of this and every other node. */
  public TailSignal tail() {
    listener.start();
    return tail;
  }

  /** Accepts no further events, writes waiting ones, and returns the connections. */
  @Override
  public void close() {
    writer.close();
    listener.close();
    writer.awaitEnd();
  }

  /** Builds an engine; it starts at once and connects with the first append. */
  public static final class Builder {
    private DataSource dataSource;
    private DataSource writerDataSource;
    private String schema = "event_store";
    private Serializer eventSerializer;
    private Serializer snapshotSerializer;
    private EventUpcaster upcaster = NoOpEventUpcaster.INSTANCE;
    private SnapshotFilter snapshotFilter = SnapshotFilter.allowAll();
    private EventStoreLimits limits = EventStoreLimits.defaults();
    private EventStoreObserver observer = EventStoreObserver.NONE;

    private Builder() {}

    /** The pool for reads and snapshots. Required. */
    public Builder dataSource(DataSource value) {
      this.dataSource = requireNonNull(value);
      return this;
    }

    /**
     * The source of the two lasting connections of writer and listener, for example a {@code
     * PGSimpleDataSource}. By default they hold two connections of the pool.
     */
    public Builder writerDataSource(DataSource value) {
      this.writerDataSource = requireNonNull(value);
      return this;
    }

    /** Schema of the tables, {@code event_store} by default. */
    public Builder schema(String value) {
      this.schema = requireNonNull(value);
      return this;
    }

    /** Writes and reads payloads and metadata; must yield JSON as String. Required. */
    public Builder eventSerializer(Serializer value) {
      this.eventSerializer = requireNonNull(value);
      return this;
    }

    /** Writes and reads snapshots as String. Required. */
    public Builder snapshotSerializer(Serializer value) {
      this.snapshotSerializer = requireNonNull(value);
      return this;
    }

    /** Reads events of older revisions; none by default. */
    public Builder upcaster(EventUpcaster value) {
      this.upcaster = requireNonNull(value);
      return this;
    }

    /** Which snapshots may be used; all by default. */
    public Builder snapshotFilter(SnapshotFilter value) {
      this.snapshotFilter = requireNonNull(value);
      return this;
    }

    public Builder limits(EventStoreLimits value) {
      this.limits = requireNonNull(value);
      return this;
    }

    public Builder observer(EventStoreObserver value) {
      this.observer = requireNonNull(value);
      return this;
    }

    public PostgresEventStorageEngine build() {
      requireNonNull(dataSource, "dataSource is required");
      requireNonNull(eventSerializer, "eventSerializer is required");
      requireNonNull(snapshotSerializer, "snapshotSerializer is required");
      PostgresEventStorageEngine engine = new PostgresEventStorageEngine(this);
      engine.writer.start();
      return engine;
    }
  }
}
