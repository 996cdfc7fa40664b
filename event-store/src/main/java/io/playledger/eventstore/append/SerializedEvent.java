package io.playledger.eventstore.append;

import io.playledger.eventstore.chain.EventDigest;
import io.playledger.eventstore.read.EventRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One event as it is stored, before it has a position.
 *
 * @param occurredAtMicros microseconds since the epoch; PostgreSQL keeps no more
 * @param digest {@link EventDigest} over all of it
 * @param sizeBytes bytes of payload and metadata
 */
record SerializedEvent(
    @Nullable String aggregateType,
    String aggregateId,
    long sequence,
    String eventId,
    long occurredAtMicros,
    String payloadType,
    @Nullable String payloadRevision,
    String payload,
    String metadata,
    byte[] digest,
    int sizeBytes) {

  /** The event as a reader of the log gets it at this position. */
  EventRecord at(long position) {
    return new EventRecord(
        position,
        aggregateType,
        aggregateId,
        sequence,
        eventId,
        Instant.EPOCH.plus(occurredAtMicros, ChronoUnit.MICROS),
        payloadType,
        payloadRevision,
        payload,
        metadata);
  }
}
