package io.playledger.api.escrow;

import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.ValueMoved;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Each side got its share.
 *
 * @param fee units, on the seller's share
 */
@Revision("1")
public record EscrowSplit(
    TradeId escrow, TransactionId transaction, Postings postings, long fee, Instant at)
    implements EscrowEvent, ValueMoved {}
