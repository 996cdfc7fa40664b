package io.playledger.api.ledger.event;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.TransactionId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A hold was captured.
 *
 * @param captured units paid; the rest of the hold is available again
 */
@Revision("1")
public record HoldCaptured(
    HoldId hold, PlayerId owner, TransactionId transaction, long captured, Instant at)
    implements LedgerEvent {}
