package io.playledger.api.escrow.query;

import io.playledger.api.market.TradeId;

/** The timeline of an escrow, oldest entry first; the answer is null if there is no such escrow. */
public record FindEscrowTimeline(TradeId escrow) implements EscrowQuery<EscrowTimelineView> {}
