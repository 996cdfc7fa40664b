package io.playledger.api.escrow;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A decision stands.
 *
 * @param toSeller units before the fee
 * @param toBuyer units
 * @param by the moderator; null where the terms decided
 * @param reason the moderator's; null where the terms decided
 */
@Revision("1")
public record DisputeResolved(
    TradeId escrow,
    Ruling ruling,
    long toSeller,
    long toBuyer,
    PlayerId by,
    PersonalText reason,
    Instant at)
    implements EscrowEvent {}
