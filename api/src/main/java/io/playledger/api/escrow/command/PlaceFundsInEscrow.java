package io.playledger.api.escrow.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeTerms;
import java.time.Instant;

/** Moves the price from the buyer's wallet into escrow. Sent by the settlement saga. */
@RejectedFor({
  "AMOUNT_NOT_POSITIVE",
  "AMOUNT_OUT_OF_RANGE",
  "ESCROW_ALREADY_FUNDED",
  "INSUFFICIENT_FUNDS",
  "TRADE_WITH_ONESELF",
  "WALLET_CLOSED",
  "WALLET_NOT_FOUND"
})
public record PlaceFundsInEscrow(
    TradeId escrow,
    TransactionId transaction,
    PlayerId buyer,
    PlayerId seller,
    Amount amount,
    TradeTerms terms,
    Instant at)
    implements EscrowCommand<EscrowReceipt> {}
