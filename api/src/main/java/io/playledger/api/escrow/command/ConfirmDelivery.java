package io.playledger.api.escrow.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** The buyer confirms the delivery, which releases the funds to the seller. */
@RejectedFor({
  "ESCROW_ALREADY_CONFIRMED",
  "ESCROW_DISPUTED",
  "ESCROW_FINISHED",
  "ESCROW_NOT_DELIVERED",
  "ESCROW_NOT_FOUND",
  "ESCROW_NOT_YOURS"
})
public record ConfirmDelivery(TradeId escrow, PlayerId by, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
