package io.playledger.axonserver;

import static java.util.Objects.requireNonNull;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.playledger.eventstore.CommandOutcomes;
import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.EventStoreObserver;
import io.playledger.eventstore.OutcomeDraft;
import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.eventstore.append.AppendContext;
import io.playledger.eventstore.read.EventLogReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.event.axon.EventBuffer;
import org.axonframework.axonserver.connector.event.axon.GrpcBackedDomainEventData;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/**
 * The log in Axon Server, with the promises of the other home: gapless positions from 1, all events
 * of a command or none, a truthful answer to every append (the exceptions are those of {@link
 * io.playledger.eventstore.PostgresEventStorageEngine}), and one outcome a key.
 *
 * <p>An append is confirmed when Axon Server confirms it: on a single node that is before its disk
 * does (it forces its files every second), in a cluster when a majority has it. Times of messages
 * are kept in milliseconds. A keyed command stores one event more, its {@link CommandAnswered}.
 */
public final class AxonServerEventStorageEngine implements PositionedEventStorageEngine {

  private final AxonServerSession session;
  private final EventCodec codec;
  private final EventCodec snapshotCodec;
  private final Serializer eventReader;
  private final Serializer snapshotReader;
  private final EventUpcaster upcaster;
  private final SnapshotFilter snapshotFilter;
  private final PositionWatch watch;
  private final Appends appends;
  private final AxonServerCommandOutcomes outcomes;

  private AxonServerEventStorageEngine(Builder builder) {
    this.session = builder.session;
    this.codec = new EventCodec(builder.eventSerializer, builder.limits);
    this.snapshotCodec = new EventCodec(builder.snapshotSerializer, builder.limits);
    this.eventReader = new GrpcMetaDataAwareSerializer(builder.eventSerializer);
    this.snapshotReader = new GrpcMetaDataAwareSerializer(builder.snapshotSerializer);
    this.upcaster = builder.upcaster;
    this.snapshotFilter = builder.snapshotFilter;
    this.watch = new PositionWatch(session);
    this.appends = new Appends(session, watch, builder.observer);
    this.outcomes =
        new AxonServerCommandOutcomes(
            session,
            appends,
            codec,
            builder.eventSerializer,
            new LogCopyIndex(builder.copy),
            builder.observer);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** First answers, which are kept in this log. */
  public CommandOutcomes outcomes() {
    return outcomes;
  }

  @Override
  public void appendEvents(List<? extends EventMessage<?>> messages) {
    if (messages.isEmpty()) {
      return;
    }
    Optional<AppendContext> context = AppendContext.current();
    context.ifPresent(it -> refuseWhereOvertaken(it, messages));
    Optional<OutcomeDraft> draft = context.map(AppendContext::outcomeDraft);
    List<Event> events = new ArrayList<>(messages.size() + 1);
    draft.map(it -> outcomes.event(it, messages.size())).ifPresent(events::add);
    events.addAll(codec.events(messages));
    long last =
        draft.isPresent() ? outcomes.append(draft.get().key(), events) : appends.append(events);
    context.ifPresent(it -> it.stored(last - messages.size() + 1, last));
  }

  /** Axon Server compares the sequences of what is appended, and of nothing else. */
  private void refuseWhereOvertaken(
      AppendContext context, List<? extends EventMessage<?>> messages) {
    List<String> appendedTo =
        messages.stream()
            .filter(DomainEventMessage.class::isInstance)
            .map(message -> ((DomainEventMessage<?>) message).getAggregateIdentifier())
            .toList();
    Set<String> overtaken = overtaken(context.lookedAtBeside(appendedTo));
    if (!overtaken.isEmpty()) {
      throw new ConcurrencyException(
          "The command was decided on %s, which have gone on since".formatted(overtaken));
    }
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      TrackingToken trackingToken, boolean mayBlock) {
    BoundedReading reading = new BoundedReading(session, Positions.of(trackingToken), head());
    return EventUtils.upcastAndDeserializeTrackedEvents(reading.stream(), eventReader, upcaster)
        .onClose(reading::close);
  }

  /** All events behind a token, and later ones as they arrive. */
  TrackingEventStream openStream(TrackingToken trackingToken) {
    PositionedStream stream = PositionedStream.after(session, Positions.of(trackingToken));
    return new EventBuffer(stream, upcaster, eventReader, true);
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    return EventStreamUtils.upcastAndDeserializeDomainEvents(
        AggregateReading.of(
                session,
                channel -> channel.openAggregateStream(aggregateIdentifier, firstSequenceNumber))
            .map(GrpcBackedDomainEventData::new),
        eventReader,
        upcaster);
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    Event event = snapshotCodec.event(snapshot);
    Confirmation confirmed = session.ask(channel -> channel.appendSnapshot(event));
    if (!confirmed.getSuccess()) {
      throw new EventStoreException(
          "The snapshot of [%s] was not stored".formatted(snapshot.getAggregateIdentifier()));
    }
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    return EventStreamUtils.upcastAndDeserializeDomainEvents(
            AggregateReading.of(session, channel -> channel.loadSnapshot(aggregateIdentifier))
                .limit(1)
                .map(GrpcBackedDomainEventData::new)
                .filter(snapshotFilter::allow),
            snapshotReader,
            upcaster)
        .asStream()
        .<DomainEventMessage<?>>map(snapshot -> snapshot)
        .findFirst();
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    long last = session.ask(channel -> channel.findHighestSequence(aggregateIdentifier));
    return last < 0 ? Optional.empty() : Optional.of(last);
  }

  /** Position 0: before the first event. */
  @Override
  public TrackingToken createTailToken() {
    return Positions.token(0);
  }

  @Override
  public TrackingToken createHeadToken() {
    return Positions.token(head());
  }

  /** Before the first event at or after {@code dateTime}, as exactly as Axon Server finds it. */
  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    long before = session.ask(channel -> channel.getTokenAt(dateTime.toEpochMilli()));
    return Positions.token(Positions.ofIndex(before));
  }

  @Override
  public long head() {
    return Positions.ofIndex(session.lastIndex());
  }

  /** Stops the engine's own threads. The session must be closed separately. */
  @Override
  public void close() {
    watch.close();
  }

  /** Builds an engine. */
  public static final class Builder {
    private AxonServerSession session;
    private Serializer eventSerializer;
    private Serializer snapshotSerializer;
    private EventLogReader copy;
    private EventUpcaster upcaster = NoOpEventUpcaster.INSTANCE;
    private SnapshotFilter snapshotFilter = SnapshotFilter.allowAll();
    private EventStoreLimits limits = EventStoreLimits.defaults();
    private EventStoreObserver observer = EventStoreObserver.NONE;

    private Builder() {}

    /** The connection. Required. */
    public Builder session(AxonServerSession value) {
      this.session = requireNonNull(value);
      return this;
    }

    /**
     * Writes and reads payloads as JSON; it knows {@link CommandAnswered} by its name. Required.
     */
    public Builder eventSerializer(Serializer value) {
      this.eventSerializer = requireNonNull(value);
      return this;
    }

    /** Writes and reads snapshots. Required. */
    public Builder snapshotSerializer(Serializer value) {
      this.snapshotSerializer = requireNonNull(value);
      return this;
    }

    /** Reads the log's copy, see {@link LogCopy}. Required. */
    public Builder copy(EventLogReader value) {
      this.copy = requireNonNull(value);
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

    public AxonServerEventStorageEngine build() {
      requireNonNull(session, "session is required");
      requireNonNull(eventSerializer, "eventSerializer is required");
      requireNonNull(snapshotSerializer, "snapshotSerializer is required");
      requireNonNull(copy, "copy is required");
      return new AxonServerEventStorageEngine(this);
    }
  }
}
