package io.playledger.api.escrow.command;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A moderator resolves a dispute.
 *
 * @param toSeller units before the fee; only for a split
 * @param toBuyer units; only for a split
 */
@RejectedFor({
  "DISPUTE_HANDLER_IS_PARTY",
  "ESCROW_NOT_DISPUTED",
  "ESCROW_NOT_FOUND",
  "SPLIT_DOES_NOT_ADD_UP"
})
public record ResolveDispute(
    TradeId escrow,
    Ruling ruling,
    @Nullable Long toSeller,
    @Nullable Long toBuyer,
    PlayerId by,
    PersonalText reason,
    Instant at)
    implements EscrowCommand<EscrowReceipt> {}
