package io.playledger.axonserver;

import static org.axonframework.eventhandling.GenericEventMessage.clock;

import io.axoniq.axonserver.grpc.event.Event;
import io.playledger.eventstore.CommandKey;
import io.playledger.eventstore.CommandOutcomes;
import io.playledger.eventstore.DuplicateCommandException;
import io.playledger.eventstore.EventStoreObserver;
import io.playledger.eventstore.OutcomeDraft;
import io.playledger.eventstore.StoredOutcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * First answers by key as events of Axon Server ({@link CommandAnswered}).
 *
 * <p>Axon Server looks for an existing event of sequence 0 only in its newest segments (ten of 256
 * MiB by default). Older answers are in the copy of the log, so the copy is asked before every
 * append of a keyed command; together they see every answer there is.
 */
final class AxonServerCommandOutcomes implements CommandOutcomes {

  private final AxonServerSession session;
  private final Appends appends;
  private final EventCodec codec;
  private final Serializer serializer;
  private final LogCopyIndex copy;
  private final EventStoreObserver observer;

  AxonServerCommandOutcomes(
      AxonServerSession session,
      Appends appends,
      EventCodec codec,
      Serializer serializer,
      LogCopyIndex copy,
      EventStoreObserver observer) {
    this.session = session;
    this.appends = appends;
    this.codec = codec;
    this.serializer = serializer;
    this.copy = copy;
    this.observer = observer;
  }

  @Override
  public Optional<StoredOutcome> find(String scope, UUID key) {
    Optional<StoredOutcome> copied = copied(scope, key);
    return copied.isPresent() ? copied : stored(scope, key);
  }

  @Override
  public Standing recordRejection(CommandKey key, String rejectionJson) {
    return record(key, true, rejectionJson);
  }

  @Override
  public Standing recordWithoutEvents(CommandKey key, @Nullable String resultJson) {
    return record(key, false, resultJson);
  }

  private Standing record(CommandKey key, boolean rejected, @Nullable String json) {
    DomainEventMessage<CommandAnswered> answer = answer(key, rejected, json, 0);
    try {
      long position = append(key, List.of(codec.event(answer)));
      return new Standing(outcome(answer.getPayload(), position, answer.getTimestamp()), true);
    } catch (DuplicateCommandException repeat) {
      return new Standing(repeat.outcome(), false);
    }
  }

  /** The event that a keyed command's append of so many events begins with. */
  Event event(OutcomeDraft draft, int events) {
    return codec.event(answer(draft.key(), false, draft.resultJson(), events));
  }

  /**
   * Appends what belongs to a key, its answer first.
   *
   * @throws DuplicateCommandException when the key has an answer; nothing was stored
   * @throws ConcurrencyException when another event was in the way
   */
  long append(CommandKey key, List<Event> events) {
    copied(key.scope(), key.key()).ifPresent(this::refuse);
    try {
      return appends.append(events);
    } catch (ConcurrencyException conflict) {
      stored(key.scope(), key.key()).ifPresent(this::refuse);
      throw conflict;
    }
  }

  private void refuse(StoredOutcome first) {
    observer.duplicateCommand();
    throw new DuplicateCommandException(first);
  }

  private static DomainEventMessage<CommandAnswered> answer(
      CommandKey key, boolean rejected, String json, int events) {
    return new GenericDomainEventMessage<>(
        CommandAnswered.AGGREGATE_TYPE,
        CommandAnswered.aggregateId(key.scope(), key.key()),
        0,
        new CommandAnswered(
            key.scope(),
            key.key(),
            HexFormat.of().formatHex(key.requestHash()),
            rejected,
            json,
            events,
            0),
        MetaData.emptyInstance(),
        IdentifierFactory.getInstance().generateIdentifier(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private Optional<StoredOutcome> copied(String scope, UUID key) {
    return copy.first(CommandAnswered.aggregateId(scope, key))
        .map(
            event -> {
              CommandAnswered answer = read(event.payloadJson());
              return outcome(answer, event.position() + answer.events(), event.timestamp());
            });
  }

  private Optional<StoredOutcome> stored(String scope, UUID key) {
    String aggregateId = CommandAnswered.aggregateId(scope, key);
    return AggregateReading.of(session, channel -> channel.openAggregateStream(aggregateId, false))
        .findFirst()
        .map(
            event -> {
              CommandAnswered answer = read(event.getPayload().getData().toStringUtf8());
              return outcome(
                  answer,
                  positionOf(aggregateId, answer.events()),
                  Instant.ofEpochMilli(event.getTimestamp()));
            });
  }

  /** Axon Server does not say where an aggregate's events are; the copy does, once it has them. */
  private long positionOf(String aggregateId, int events) {
    OptionalLong copied = copy.awaitFirst(aggregateId);
    return copied.isPresent()
        ? copied.getAsLong() + events
        : Positions.ofIndex(session.lastIndex());
  }

  private CommandAnswered read(String json) {
    return serializer.deserialize(
        new SimpleSerializedObject<>(json, String.class, CommandAnswered.TYPE, "1"));
  }

  private static StoredOutcome outcome(CommandAnswered answer, long position, Instant at) {
    return new StoredOutcome(
        answer.scope(),
        answer.key(),
        HexFormat.of().parseHex(answer.requestHash()),
        answer.movedFrom() == 0 ? position : answer.movedFrom(),
        answer.rejected(),
        answer.result(),
        at);
  }
}
