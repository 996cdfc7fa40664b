package io.playledger.api.escrow.query;

import io.playledger.api.market.TradeId;

/** One escrow; the answer is null if there is none. */
public record FindEscrow(TradeId escrow) implements EscrowQuery<EscrowView> {}
