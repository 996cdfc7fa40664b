package io.playledger.eventstore.append;

import io.playledger.eventstore.AppendRefusedException;
import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.chain.EventDigest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Serialises messages on the caller's thread, and refuses those that cannot be stored. */
final class EventSerialization {
  private final Serializer serializer;
  private final EventStoreLimits limits;

  EventSerialization(Serializer serializer, EventStoreLimits limits) {
    this.serializer = serializer;
    this.limits = limits;
  }

  List<SerializedEvent> serialize(List<? extends EventMessage<?>> messages) {
    if (messages.size() > limits.commandEventsMax()) {
      throw new AppendRefusedException(
          "A command may store %d events, this one has %d (commandEventsMax)"
              .formatted(limits.commandEventsMax(), messages.size()));
    }
    EventDigest digest = new EventDigest();
    MetadataJson metadata = new MetadataJson();
    List<SerializedEvent> events = new ArrayList<>(messages.size());
    long bytes = 0;
    for (EventMessage<?> message : messages) {
      SerializedEvent event = serialize(message, metadata, digest);
      bytes += event.sizeBytes();
      events.add(event);
    }
    if (bytes > limits.batchBytesMax()) {
      throw new AppendRefusedException(
          "A command may store %d bytes, this one has %d (batchBytesMax)"
              .formatted(limits.batchBytesMax(), bytes));
    }
    return events;
  }

  /** The events of one command usually carry the same metadata, which is then serialised once. */
  private final class MetadataJson {
    private MetaData written;
    private String json;

    String of(EventMessage<?> message) {
      if (!message.getMetaData().equals(written)) {
        json = message.serializeMetaData(serializer, String.class).getData();
        written = message.getMetaData();
      }
      return json;
    }
  }

  private SerializedEvent serialize(
      EventMessage<?> message, MetadataJson metadataJson, EventDigest digest) {
    String type = null;
    String aggregateId = message.getIdentifier();
    long sequence = 0;
    if (message instanceof DomainEventMessage<?> domainEvent) {
      type = domainEvent.getType();
      aggregateId = domainEvent.getAggregateIdentifier();
      sequence = domainEvent.getSequenceNumber();
    }
    SerializedObject<String> payload = message.serializePayload(serializer, String.class);
    String metadata = metadataJson.of(message);
    String payloadType = identifier("payload type", payload.getType().getName());
    String revision = payload.getType().getRevision();
    if (revision != null) {
      identifier("revision", revision);
    }
    if (type != null) {
      identifier("aggregate type", type);
    }
    byte[] payloadBytes = utf8("payload", payload.getData());
    byte[] metadataBytes = utf8("metadata", metadata);
    int sizeBytes = payloadBytes.length + metadataBytes.length;
    if (sizeBytes > limits.eventBytesMax()) {
      throw new AppendRefusedException(
          "An event may have %d bytes, this %s has %d (eventBytesMax)"
              .formatted(limits.eventBytesMax(), payloadType, sizeBytes));
    }
    long micros = EventDigest.micros(message.getTimestamp());
    identifier("aggregate id", aggregateId);
    identifier("event id", message.getIdentifier());
    return new SerializedEvent(
        type,
        aggregateId,
        sequence,
        message.getIdentifier(),
        micros,
        payloadType,
        revision,
        payload.getData(),
        metadata,
        digest.of(
            type,
            aggregateId,
            sequence,
            message.getIdentifier(),
            micros,
            payloadType,
            revision,
            payloadBytes,
            metadataBytes),
        sizeBytes);
  }

  private String identifier(String what, String value) {
    byte[] bytes = utf8(what, value);
    if (bytes.length == 0 || bytes.length > limits.identifierBytesMax()) {
      throw new AppendRefusedException(
          "The %s must have 1 to %d bytes, this one has %d (identifierBytesMax)"
              .formatted(what, limits.identifierBytesMax(), bytes.length));
    }
    return value;
  }

  /**
   * A strict encoder, because an unpaired surrogate would be stored as another character than the
   * one hashed.
   */
  static byte[] utf8(String what, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == 0) {
        throw new AppendRefusedException("The " + what + " contains the character U+0000");
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(i + 1));
        if (!pair) {
          throw new AppendRefusedException("The " + what + " contains half a surrogate pair");
        }
        i++;
      }
    }
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
