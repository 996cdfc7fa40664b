package io.playledger.eventstore.read;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One stored event, raw.
 *
 * @param position place in the whole log, from 1
 * @param aggregateType missing in an event that no aggregate published
 * @param aggregateId the event id where no aggregate published it
 * @param sequence place in the aggregate's history, from 0
 * @param eventId identifier of the message
 * @param timestamp when the event happened, by its own account, in microseconds
 * @param payloadType stored name of the event, for example {@code ledger.WalletDebited}
 * @param payloadRevision revision of the payload, if it has one
 * @param payloadJson payload, byte for byte as stored
 * @param metadataJson metadata, byte for byte as stored
 */
public record EventRecord(
    long position,
    @Nullable String aggregateType,
    String aggregateId,
    long sequence,
    String eventId,
    Instant timestamp,
    String payloadType,
    @Nullable String payloadRevision,
    String payloadJson,
    String metadataJson) {}
