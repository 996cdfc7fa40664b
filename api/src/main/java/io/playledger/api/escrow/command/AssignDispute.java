package io.playledger.api.escrow.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** Assigns an open dispute to a moderator. */
@RejectedFor({"DISPUTE_HANDLER_IS_PARTY", "ESCROW_NOT_DISPUTED", "ESCROW_NOT_FOUND"})
public record AssignDispute(TradeId escrow, PlayerId handler, PlayerId by, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
