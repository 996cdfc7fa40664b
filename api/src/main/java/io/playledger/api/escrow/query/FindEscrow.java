package io.playledger.api.escrow.query;

import io.playledger.api.market.TradeId;
import org.jspecify.annotations.Nullable;

/** One escrow. */
public record FindEscrow(TradeId escrow) implements EscrowQuery<@Nullable EscrowView> {}
