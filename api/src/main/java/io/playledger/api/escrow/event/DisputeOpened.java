package io.playledger.api.escrow.event;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A party opened a dispute: the funds are frozen until a moderator decides.
 *
 * @param decideBy when the default ruling applies
 */
@Revision("1")
public record DisputeOpened(
    TradeId escrow, PlayerId by, PersonalText reason, Instant decideBy, Instant at)
    implements EscrowEvent {}
