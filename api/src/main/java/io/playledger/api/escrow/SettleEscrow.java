package io.playledger.api.escrow;

import io.playledger.api.ledger.TransactionId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/**
 * Pays the escrow out where its state and the time decide: confirmed or complaint window ended to
 * the seller, cancellation agreed or not delivered in time to the buyer, ruled as ruled. Sent by
 * the settlement saga.
 */
public record SettleEscrow(TradeId escrow, TransactionId transaction, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
