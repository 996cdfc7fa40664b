package io.playledger.runtime.deadletter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a processor could not handle.
 *
 * @param id of the letter
 * @param processor for example {@code projections.ledger}
 * @param segment segment of a saga's processor; 0 for others
 * @param sequence the aggregate's id, whose events must stay in order
 * @param position position of the event in the log
 * @param eventId id of the event
 * @param eventType stored name of the event, for example {@code ledger.WalletDebited}
 * @param cause the failure; missing if it only waits behind another letter
 * @param attempts number of attempts
 * @param firstFailedAt time of the first failure
 * @param lastTriedAt time of the last attempt
 * @param discardReason reason of the discard; missing while it is open
 * @param discardedBy the admin who discarded it; missing while it is open
 */
public record DeadLetter(
    UUID id,
    String processor,
    int segment,
    String sequence,
    long position,
    String eventId,
    String eventType,
    @Nullable String cause,
    int attempts,
    Instant firstFailedAt,
    Instant lastTriedAt,
    @Nullable String discardReason,
    @Nullable String discardedBy) {}
