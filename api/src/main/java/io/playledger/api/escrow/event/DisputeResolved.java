package io.playledger.api.escrow.event;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A dispute was resolved.
 *
 * @param toSeller units before the fee
 * @param toBuyer units
 * @param by the moderator; none: the default ruling
 * @param reason the moderator's reason; none: the default ruling
 */
@Revision("1")
public record DisputeResolved(
    TradeId escrow,
    Ruling ruling,
    long toSeller,
    long toBuyer,
    @Nullable PlayerId by,
    @Nullable PersonalText reason,
    Instant at)
    implements EscrowEvent {}
