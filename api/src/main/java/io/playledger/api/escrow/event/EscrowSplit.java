package io.playledger.api.escrow.event;

import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.event.ValueMoved;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The funds were split between both sides.
 *
 * @param fee units, taken from the seller's share
 */
@Revision("1")
public record EscrowSplit(
    TradeId escrow, TransactionId transaction, Postings postings, long fee, Instant at)
    implements EscrowEvent, ValueMoved {}
