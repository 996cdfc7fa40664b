package io.playledger.api.escrow.event;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** One side requested the cancellation of the trade. */
@Revision("1")
public record CancellationRequested(TradeId escrow, PlayerId by, Instant at)
    implements EscrowEvent {}
