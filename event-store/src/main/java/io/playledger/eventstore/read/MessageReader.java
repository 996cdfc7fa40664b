package io.playledger.eventstore.read;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Rows of the log as Axon's messages: upcast, and deserialised on demand. */
public final class MessageReader {
  private final EventRows rows;
  private final Serializer serializer;
  private final EventUpcaster upcaster;

  /** Over these rows. */
  public MessageReader(EventRows rows, Serializer serializer, EventUpcaster upcaster) {
    this.rows = rows;
    this.serializer = serializer;
    this.upcaster = upcaster;
  }

  /** All messages behind a position, fetched page by page. */
  public Stream<? extends TrackedEventMessage<?>> after(long position) {
    EventPages pages =
        new EventPages(rows::pageAfter, EventRecord::position, rows.pageEventsMax(), position);
    return messages(StreamSupport.stream(pages, false));
  }

  /** An aggregate's history from a sequence on. */
  public DomainEventStream ofAggregate(String aggregateId, long firstSequence) {
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
  public List<LogEntry> entriesAfter(long position) {
    return entries(rows.pageAfter(position));
  }

  /** By position; upcasters may have left none or several messages at one. */
  public List<LogEntry> entries(List<EventRecord> page) {
    Iterator<TrackedEventMessage<?>> messages = messages(page.stream()).iterator();
    List<LogEntry> entries = new ArrayList<>(page.size());
    TrackedEventMessage<?> next = messages.hasNext() ? messages.next() : null;
    for (EventRecord row : page) {
      List<TrackedEventMessage<?>> made = List.of();
      while (next != null && positionOf(next) == row.position()) {
        made = made.isEmpty() ? List.of(next) : with(made, next);
        next = messages.hasNext() ? messages.next() : null;
      }
      entries.add(
          new LogEntry(
              row.position(), made, row.payloadJson().length() + row.metadataJson().length()));
    }
    if (next != null) {
      throw new EventStoreException(
          "Upcasting took an event away from its place, position " + positionOf(next));
    }
    return entries;
  }

  private static List<TrackedEventMessage<?>> with(
      List<TrackedEventMessage<?>> messages, TrackedEventMessage<?> another) {
    List<TrackedEventMessage<?>> more = new ArrayList<>(messages);
    more.add(another);
    return more;
  }

  private static long positionOf(TrackedEventMessage<?> message) {
    return ((GlobalSequenceTrackingToken) message.trackingToken()).getGlobalIndex();
  }

  private Stream<TrackedEventMessage<?>> messages(Stream<EventRecord> records) {
    return EventUtils.upcastAndDeserializeTrackedEvents(
        records.map(row -> StoredEvent.of(row, token(row))), serializer, upcaster);
  }

  private static GlobalSequenceTrackingToken token(EventRecord row) {
    return new GlobalSequenceTrackingToken(row.position());
  }
}
