package io.playledger.api.escrow.event;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.event.ValueMoved;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeTerms;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The buyer's funds were placed in escrow.
 *
 * @param deliverBy when the delivery window ends
 */
@Revision("1")
public record FundsPlacedInEscrow(
    TradeId escrow,
    TransactionId transaction,
    Postings postings,
    PlayerId buyer,
    PlayerId seller,
    Amount amount,
    TradeTerms terms,
    Instant deliverBy,
    Instant at)
    implements EscrowEvent, ValueMoved {}
