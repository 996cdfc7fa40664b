package io.playledger.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.EventStoreUnavailableException;
import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.eventstore.PostgresCommandOutcomes;
import io.playledger.eventstore.StoredOutcome;
import io.playledger.eventstore.read.EventLogFilter;
import io.playledger.eventstore.read.EventLogPage;
import io.playledger.eventstore.read.EventLogReader;
import io.playledger.eventstore.read.EventRecord;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a log from one home to the other. Nothing else may write meanwhile. An interrupted move
 * continues where it ended.
 */
public final class LogMove {

  private static final Logger logger = LoggerFactory.getLogger(LogMove.class);
  private static final int EVENTS_AT_ONCE = 500;
  private static final long PROGRESS_MILLIS = 30_000;

  private final AxonServerSession session;
  private final EventLogReader log;
  private final PostgresCommandOutcomes outcomes;
  private final Serializer serializer;
  private final EventCodec codec;
  private final GrpcMetaDataConverter metadata;

  /**
   * @param log the log in PostgreSQL, or its copy there
   * @param outcomes first answers in PostgreSQL
   * @param serializer the one that wrote metadata
   */
  public LogMove(
      AxonServerSession session,
      EventLogReader log,
      PostgresCommandOutcomes outcomes,
      Serializer serializer) {
    this.session = session;
    this.log = log;
    this.outcomes = outcomes;
    this.serializer = serializer;
    this.codec = new EventCodec(serializer, EventStoreLimits.defaults());
    this.metadata = new GrpcMetaDataConverter(serializer);
  }

  /**
   * Makes the copy in PostgreSQL the log: copies missing events, and imports the first answers.
   *
   * @param copy writes the copy
   */
  public void toPostgres(PositionedEventStorageEngine copy) {
    long head = Positions.ofIndex(session.lastIndex());
    try (LogCopy rest = new LogCopy(session, copy, serializer)) {
      rest.start();
      long before = -1;
      while (!rest.await(head, PROGRESS_MILLIS)) {
        long now = copy.head();
        if (now == before) {
          throw new EventStoreUnavailableException(
              "The copy stays at position %d of %d".formatted(now, head));
        }
        before = now;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreUnavailableException("Interrupted while moving the log", e);
    }
    int answers = outcomes.adopt(CommandAnswered.AGGREGATE_TYPE);
    logger.info("Moved {} events and the answers of {} keys from {}", head, answers, session);
  }

  /**
   * Appends every event to Axon Server at the same position, then the first answer of every key as
   * an event of its own. Axon Server must hold nothing else. The log in PostgreSQL is its copy from
   * then on.
   */
  public void toAxonServer() {
    long head = log.head();
    long moved = Positions.ofIndex(session.lastIndex());
    while (moved < head) {
      EventLogPage page =
          log.read(
              EventLogFilter.all().withPositions(moved + 1, head),
              EventLogReader.Order.OLDEST_FIRST,
              EventLogReader.START,
              EVENTS_AT_ONCE);
      append(page.records().stream().map(this::event).toList());
      long now = Positions.ofIndex(session.lastIndex());
      if (page.records().isEmpty() || now != moved + page.records().size()) {
        throw new ForeignLogException(
            ("%s is at position %d where %d was expected: it holds another log, or somebody else"
                    + " writes to it")
                .formatted(session, now, moved + page.records().size()));
      }
      moved = now;
      logger.info("Moved {} of {} events to {}", moved, head, session);
    }
    moveOutcomes();
  }

  private void moveOutcomes() {
    String scope = "";
    UUID key = new UUID(0, 0);
    long moved = 0;
    while (true) {
      List<StoredOutcome> page = outcomes.after(scope, key, EVENTS_AT_ONCE);
      if (page.isEmpty()) {
        logger.info("Moved the answers of {} keys to {}", moved, session);
        return;
      }
      append(page.stream().filter(this::isMissing).map(this::event).toList());
      moved += page.size();
      scope = page.getLast().scope();
      key = page.getLast().key();
    }
  }

  private boolean isMissing(StoredOutcome outcome) {
    String aggregateId = CommandAnswered.aggregateId(outcome.scope(), outcome.key());
    return session.ask(channel -> channel.findHighestSequence(aggregateId)) < 0;
  }

  private void append(List<Event> events) {
    if (events.isEmpty()) {
      return;
    }
    try {
      session
          .events()
          .appendEvents(events.toArray(Event[]::new))
          .get(session.settings().answerWaitMillisMax(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreUnavailableException("Interrupted while moving the log", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new EventStoreUnavailableException("The log cannot be moved: " + e, e);
    }
  }

  private Event event(EventRecord row) {
    Event.Builder event =
        Event.newBuilder()
            .setMessageIdentifier(row.eventId())
            .setTimestamp(row.timestamp().toEpochMilli())
            .setPayload(
                SerializedObject.newBuilder()
                    .setType(row.payloadType())
                    .setRevision(row.payloadRevision() == null ? "" : row.payloadRevision())
                    .setData(ByteString.copyFromUtf8(row.payloadJson())));
    if (row.aggregateType() != null) {
      event
          .setAggregateType(row.aggregateType())
          .setAggregateIdentifier(row.aggregateId())
          .setAggregateSequenceNumber(row.sequence());
    }
    Map<String, Object> carried =
        serializer.<String, MetaData>deserialize(
            new SerializedMetaData<>(row.metadataJson(), String.class));
    carried.forEach((key, value) -> event.putMetaData(key, metadata.convertToMetaDataValue(value)));
    return event.build();
  }

  private Event event(StoredOutcome outcome) {
    return codec.event(
        new GenericDomainEventMessage<>(
            CommandAnswered.AGGREGATE_TYPE,
            CommandAnswered.aggregateId(outcome.scope(), outcome.key()),
            0,
            new CommandAnswered(
                outcome.scope(),
                outcome.key(),
                HexFormat.of().formatHex(outcome.requestHash()),
                outcome.rejected(),
                outcome.resultJson(),
                0,
                outcome.position()),
            MetaData.emptyInstance(),
            UUID.randomUUID().toString(),
            outcome.storedAt()));
  }
}
