package io.playledger.server.ops;

import io.playledger.eventstore.EventRecord;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event as an auditor sees it, as it was stored; texts of persons stay encrypted.
 *
 * @param type last part of the payload's type
 */
record EventView(
    long position,
    String aggregateType,
    String aggregateId,
    long sequence,
    String eventId,
    Instant at,
    String type,
    String revision,
    JsonNode payload,
    JsonNode metadata) {

  static EventView of(EventRecord event, JsonMapper json) {
    return new EventView(
        event.position(),
        event.aggregateType(),
        event.aggregateId(),
        event.sequence(),
        event.eventId(),
        event.timestamp(),
        event.payloadType().substring(event.payloadType().lastIndexOf('.') + 1),
        event.payloadRevision(),
        json.readTree(event.payloadJson()),
        json.readTree(event.metadataJson()));
  }
}
