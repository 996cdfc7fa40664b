package io.playledger.api.escrow.event;

import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.event.ValueMoved;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The funds went to the seller, minus the fee.
 *
 * @param outcome CONFIRMED, UNCONTESTED or RULED_RELEASE
 * @param fee units
 */
@Revision("1")
public record EscrowReleased(
    TradeId escrow,
    TransactionId transaction,
    Postings postings,
    TradeOutcome outcome,
    long fee,
    Instant at)
    implements EscrowEvent, ValueMoved {}
