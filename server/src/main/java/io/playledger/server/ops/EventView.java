package io.playledger.server.ops;

import io.playledger.eventstore.read.EventRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One event for auditors, as it was stored, with personal texts encrypted.
 *
 * @param aggregateType for example {@code ledger.Wallet}
 * @param type for example {@code ledger.WalletCredited}
 */
record EventView(
    long position,
    @Nullable String aggregateType,
    String aggregateId,
    long sequence,
    String eventId,
    Instant at,
    String type,
    @Nullable String revision,
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
        event.payloadType(),
        event.payloadRevision(),
        json.readTree(event.payloadJson()),
        json.readTree(event.metadataJson()));
  }
}
