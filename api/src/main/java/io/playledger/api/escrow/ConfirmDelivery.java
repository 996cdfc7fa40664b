package io.playledger.api.escrow;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** The buyer confirms the delivery, which releases the funds to the seller. */
public record ConfirmDelivery(TradeId escrow, PlayerId by, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
