package io.playledger.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Rows of the log as Axon's messages: upcast, and deserialised when somebody looks inside. */
final class MessageReader {
  private final EventRows rows;
  private final Serializer serializer;
  private final EventUpcaster upcaster;

  MessageReader(EventRows rows, Serializer serializer, EventUpcaster upcaster) {
    this.rows = rows;
    this.serializer = serializer;
    this.upcaster = upcaster;
  }

  /** All messages behind a position, fetched page by page. */
  Stream<? extends TrackedEventMessage<?>> after(long position) {
    EventPages pages =
        new EventPages(rows::pageAfter, EventRecord::position, rows.pageEventsMax(), position);
    return messages(StreamSupport.stream(pages, false));
  }

  /** An aggregate's history from a sequence on. */
  DomainEventStream ofAggregate(String aggregateId, long firstSequence) {
    EventPages pages =
        new EventPages(
            last -> rows.pageOfAggregate(aggregateId, last + 1),
            EventRecord::sequence,
            rows.pageEventsMax(),
            firstSequence - 1);
    return EventStreamUtils.upcastAndDeserializeDomainEvents(
        StreamSupport.stream(pages, false)
            .filter(row -> row.aggregateType() != null)
            .map(row -> new StoredEvent.OfAggregate(row, token(row))),
        serializer,
        upcaster);
  }

  /** A page of the log by position. */
  List<LogTail.Entry> entriesAfter(long position) {
    return entries(rows.pageAfter(position));
  }

  /** By position; upcasters may have left none or several messages at one. */
  List<LogTail.Entry> entries(List<EventRecord> page) {
    Map<Long, List<TrackedEventMessage<?>>> byPosition = new HashMap<>();
    messages(page.stream())
        .forEach(
            message ->
                byPosition
                    .computeIfAbsent(
                        message.trackingToken().position().getAsLong(), p -> new ArrayList<>(1))
                    .add(message));
    return page.stream()
        .map(
            row ->
                new LogTail.Entry(
                    row.position(),
                    byPosition.getOrDefault(row.position(), List.of()),
                    row.payloadJson().length() + row.metadataJson().length()))
        .toList();
  }

  private Stream<TrackedEventMessage<?>> messages(Stream<EventRecord> records) {
    return EventUtils.upcastAndDeserializeTrackedEvents(
        records.map(row -> StoredEvent.of(row, token(row))), serializer, upcaster);
  }

  private static GlobalSequenceTrackingToken token(EventRecord row) {
    return new GlobalSequenceTrackingToken(row.position());
  }
}
