package io.playledger.api.escrow.event;

import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.event.ValueMoved;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The funds went back to the buyer.
 *
 * @param outcome CANCELLED_BY_BOTH, NOT_DELIVERED or RULED_REFUND
 */
@Revision("1")
public record EscrowRefunded(
    TradeId escrow, TransactionId transaction, Postings postings, TradeOutcome outcome, Instant at)
    implements EscrowEvent, ValueMoved {}
