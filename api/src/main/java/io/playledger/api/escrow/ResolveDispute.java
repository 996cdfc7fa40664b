package io.playledger.api.escrow;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/**
 * A moderator decides.
 *
 * @param toSeller units before the fee; for a split alone, otherwise null
 * @param toBuyer units; for a split alone, otherwise null
 */
public record ResolveDispute(
    TradeId escrow,
    Ruling ruling,
    Long toSeller,
    Long toBuyer,
    PlayerId by,
    PersonalText reason,
    Instant at)
    implements EscrowCommand<EscrowReceipt> {}
