package io.playledger.api.escrow.command;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** The seller marks the trade as delivered, with proof. */
@RejectedFor({
  "ESCROW_ALREADY_DELIVERED",
  "ESCROW_DISPUTED",
  "ESCROW_FINISHED",
  "ESCROW_NOT_FOUND",
  "ESCROW_NOT_YOURS"
})
public record RecordDelivery(TradeId escrow, PlayerId by, PersonalText proof, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
