package io.playledger.api.escrow.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/**
 * Pays the escrow out as its state and the time decide: to the seller after a confirmation or the
 * end of the complaint window, to the buyer after an agreed cancellation or without a delivery in
 * time, and otherwise as ruled. Sent by the settlement saga.
 */
@RejectedFor(
    value = {
      "AMOUNT_OUT_OF_RANGE",
      "ESCROW_FINISHED",
      "ESCROW_NOT_FOUND",
      "ESCROW_NOT_SETTLEABLE",
      "WALLET_NOT_FOUND"
    },
    never = {"INSUFFICIENT_FUNDS"})
public record SettleEscrow(TradeId escrow, TransactionId transaction, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
