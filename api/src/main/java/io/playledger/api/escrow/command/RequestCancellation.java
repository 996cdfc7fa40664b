package io.playledger.api.escrow.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/**
 * A party requests the cancellation of a funded trade. It is agreed when the other party requests
 * it, too.
 */
@RejectedFor({
  "CANCELLATION_ALREADY_REQUESTED",
  "ESCROW_ALREADY_CONFIRMED",
  "ESCROW_DISPUTED",
  "ESCROW_FINISHED",
  "ESCROW_NOT_FOUND",
  "ESCROW_NOT_YOURS"
})
public record RequestCancellation(TradeId escrow, PlayerId by, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
