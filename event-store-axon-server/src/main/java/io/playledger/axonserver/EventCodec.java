package io.playledger.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.playledger.eventstore.AppendRefusedException;
import io.playledger.eventstore.EventStoreLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;

/** Turns messages into Axon Server's events, within the same limits as in the other home. */
final class EventCodec {

  private final Serializer serializer;
  private final GrpcMetaDataConverter metadata;
  private final EventStoreLimits limits;

  EventCodec(Serializer serializer, EventStoreLimits limits) {
    this.serializer = serializer;
    this.metadata = new GrpcMetaDataConverter(serializer);
    this.limits = limits;
  }

  List<Event> events(List<? extends EventMessage<?>> messages) {
    if (messages.size() > limits.commandEventsMax()) {
      throw new AppendRefusedException(
          "A command may store %d events, this one has %d (commandEventsMax)"
              .formatted(limits.commandEventsMax(), messages.size()));
    }
    List<Event> events = new ArrayList<>(messages.size() + 1);
    long bytes = 0;
    for (EventMessage<?> message : messages) {
      Event event = event(message);
      bytes += event.getSerializedSize();
      events.add(event);
    }
    if (bytes > limits.batchBytesMax()) {
      throw new AppendRefusedException(
          "A command may store %d bytes, this one has %d (batchBytesMax)"
              .formatted(limits.batchBytesMax(), bytes));
    }
    return events;
  }

  Event event(EventMessage<?> message) {
    org.axonframework.serialization.SerializedObject<byte[]> payload =
        message.serializePayload(serializer, byte[].class);
    Event.Builder event =
        Event.newBuilder()
            .setMessageIdentifier(identifier("event id", message.getIdentifier()))
            .setTimestamp(message.getTimestamp().toEpochMilli())
            .setPayload(
                SerializedObject.newBuilder()
                    .setType(identifier("payload type", payload.getType().getName()))
                    .setRevision(
                        payload.getType().getRevision() == null
                            ? ""
                            : payload.getType().getRevision())
                    .setData(ByteString.copyFrom(payload.getData())));
    if (message instanceof DomainEventMessage<?> domainEvent) {
      event
          .setAggregateType(identifier("aggregate type", domainEvent.getType()))
          .setAggregateIdentifier(identifier("aggregate id", domainEvent.getAggregateIdentifier()))
          .setAggregateSequenceNumber(domainEvent.getSequenceNumber());
    }
    message
        .getMetaData()
        .forEach((key, value) -> event.putMetaData(key, metadata.convertToMetaDataValue(value)));
    Event built = event.build();
    if (built.getSerializedSize() > limits.eventBytesMax()) {
      throw new AppendRefusedException(
          "An event may have %d bytes, this %s has %d (eventBytesMax)"
              .formatted(
                  limits.eventBytesMax(), payload.getType().getName(), built.getSerializedSize()));
    }
    return built;
  }

  private String identifier(String what, String value) {
    int bytes = value.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > limits.identifierBytesMax()) {
      throw new AppendRefusedException(
          "The %s must have 1 to %d bytes, this one has %d (identifierBytesMax)"
              .formatted(what, limits.identifierBytesMax(), bytes));
    }
    return value;
  }
}
