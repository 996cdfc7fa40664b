package io.playledger.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/** Events as they are stored in Axon Server, to be stored again: the payload's text is kept. */
final class CopiedEvent {

  private CopiedEvent() {}

  static EventMessage<String> of(Event event, GrpcMetaDataConverter metadata) {
    return event.getAggregateType().isEmpty()
        ? new Plain(event, metadata)
        : new OfAggregate(event, metadata);
  }

  private static String text(Event event) {
    return event.getPayload().getData().toStringUtf8();
  }

  private static Instant at(Event event) {
    return Instant.ofEpochMilli(event.getTimestamp());
  }

  private static <T> SerializedObject<T> payload(
      Event event, Serializer serializer, Class<T> representation) {
    String revision = event.getPayload().getRevision();
    return serializer
        .getConverter()
        .convert(
            new SimpleSerializedObject<>(
                text(event),
                String.class,
                event.getPayload().getType(),
                revision.isEmpty() ? null : revision),
            representation);
  }

  private static final class OfAggregate extends GenericDomainEventMessage<String> {

    private static final long serialVersionUID = 1L;

    private final transient Event event;

    OfAggregate(Event event, GrpcMetaDataConverter metadata) {
      super(
          event.getAggregateType(),
          event.getAggregateIdentifier(),
          event.getAggregateSequenceNumber(),
          text(event),
          metadata.convert(event.getMetaDataMap()),
          event.getMessageIdentifier(),
          at(event));
      this.event = event;
    }

    @Override
    public <T> SerializedObject<T> serializePayload(
        Serializer serializer, Class<T> expectedRepresentation) {
      return payload(event, serializer, expectedRepresentation);
    }
  }

  private static final class Plain extends GenericEventMessage<String> {

    private static final long serialVersionUID = 1L;

    private final transient Event event;

    Plain(Event event, GrpcMetaDataConverter metadata) {
      super(
          event.getMessageIdentifier(),
          text(event),
          metadata.convert(event.getMetaDataMap()),
          at(event));
      this.event = event;
    }

    @Override
    public <T> SerializedObject<T> serializePayload(
        Serializer serializer, Class<T> expectedRepresentation) {
      return payload(event, serializer, expectedRepresentation);
    }
  }
}
