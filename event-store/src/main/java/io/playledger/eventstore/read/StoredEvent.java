package io.playledger.eventstore.read;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/** A row of the log as Axon wants it; sealed into events of aggregates and others. */
public sealed interface StoredEvent extends TrackedEventData<String> {

  /** As it is stored. */
  EventRecord row();

  /** With the token of its position. */
  static StoredEvent of(EventRecord row, TrackingToken token) {
    return row.aggregateType() == null ? new Plain(row, token) : new OfAggregate(row, token);
  }

  @Override
  default String getEventIdentifier() {
    return row().eventId();
  }

  @Override
  default Instant getTimestamp() {
    return row().timestamp();
  }

  @Override
  default SerializedObject<String> getMetaData() {
    return new SerializedMetaData<>(row().metadataJson(), String.class);
  }

  @Override
  default SerializedObject<String> getPayload() {
    return new SimpleSerializedObject<>(
        row().payloadJson(),
        String.class,
        new SimpleSerializedType(row().payloadType(), row().payloadRevision()));
  }

  /** Published on the bus by no aggregate. */
  record Plain(EventRecord row, TrackingToken trackingToken) implements StoredEvent {}

  /** Published by an aggregate. */
  record OfAggregate(EventRecord row, TrackingToken trackingToken)
      implements StoredEvent, DomainEventData<String> {

    @Override
    public String getType() {
      return row.aggregateType();
    }

    @Override
    public String getAggregateIdentifier() {
      return row.aggregateId();
    }

    @Override
    public long getSequenceNumber() {
      return row.sequence();
    }
  }
}
