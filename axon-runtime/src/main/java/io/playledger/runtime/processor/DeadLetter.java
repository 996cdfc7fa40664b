package io.playledger.runtime.processor;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a processor could not handle.
 *
 * @param id of the letter
 * @param processor for example {@code projections.ledger}
 * @param sequence what must stay in order, the aggregate's id
 * @param position of the event in the log
 * @param eventId id of the event
 * @param eventType stored name of the event, for example {@code ledger.WalletDebited}
 * @param cause why; null when it only waits behind another
 * @param attempts how often it was tried
 * @param firstFailedAt when it came here
 * @param lastTriedAt when it was tried last
 * @param discardReason why it was given up; null while it is open
 * @param discardedBy who gave it up; null while it is open
 */
public record DeadLetter(
    UUID id,
    String processor,
    String sequence,
    long position,
    String eventId,
    String eventType,
    String cause,
    int attempts,
    Instant firstFailedAt,
    Instant lastTriedAt,
    String discardReason,
    String discardedBy) {}
