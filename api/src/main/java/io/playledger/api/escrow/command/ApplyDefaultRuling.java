package io.playledger.api.escrow.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/**
 * Applies the default ruling of the terms to a dispute that no moderator decided in time. Sent by
 * the settlement saga.
 */
@RejectedFor({"ARBITRATION_NOT_OVERDUE", "ESCROW_NOT_DISPUTED", "ESCROW_NOT_FOUND"})
public record ApplyDefaultRuling(TradeId escrow, Instant at)
    implements EscrowCommand<EscrowReceipt> {}
