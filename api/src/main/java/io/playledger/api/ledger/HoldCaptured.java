package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A hold ended in a payment.
 *
 * @param captured units paid; what was held beyond is free again
 */
@Revision("1")
public record HoldCaptured(
    HoldId hold, PlayerId owner, TransactionId transaction, long captured, Instant at)
    implements LedgerEvent {}
