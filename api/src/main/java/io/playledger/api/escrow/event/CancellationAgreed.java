package io.playledger.api.escrow.event;

import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Both sides requested the cancellation: the funds go back to the buyer. */
@Revision("1")
public record CancellationAgreed(TradeId escrow, Instant at) implements EscrowEvent {}
