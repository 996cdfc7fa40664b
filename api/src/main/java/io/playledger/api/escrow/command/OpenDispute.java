package io.playledger.api.escrow.command;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** A party opens a dispute, which freezes the funds. */
@RejectedFor({
  "COMPLAINT_WINDOW_ENDED",
  "ESCROW_ALREADY_CONFIRMED",
  "ESCROW_DISPUTED",
  "ESCROW_FINISHED",
  "ESCROW_NOT_FOUND",
  "ESCROW_NOT_YOURS"
})
public record OpenDispute(TradeId escrow, PlayerId by, PersonalText reason, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
