package io.playledger.api.escrow.query;

import io.playledger.api.market.TradeId;
import org.jspecify.annotations.Nullable;

/** The timeline of an escrow, oldest entry first. */
public record FindEscrowTimeline(TradeId escrow)
    implements EscrowQuery<@Nullable EscrowTimelineView> {}
