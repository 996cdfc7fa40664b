package io.playledger.api.escrow.event;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The seller delivered the goods.
 *
 * @param complainBy when the complaint window ends
 */
@Revision("1")
public record ItemDelivered(
    TradeId escrow, PlayerId seller, PersonalText proof, Instant complainBy, Instant at)
    implements EscrowEvent {}
