package io.playledger.api.escrow.event;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A dispute was assigned to a moderator. */
@Revision("1")
public record DisputeAssigned(TradeId escrow, PlayerId handler, PlayerId by, Instant at)
    implements EscrowEvent {}
