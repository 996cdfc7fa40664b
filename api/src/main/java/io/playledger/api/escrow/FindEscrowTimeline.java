package io.playledger.api.escrow;

import io.playledger.api.market.TradeId;

/** Everything that happened to an escrow, oldest first; null where there is none. */
public record FindEscrowTimeline(TradeId escrow) implements EscrowQuery<EscrowTimelineView> {}
