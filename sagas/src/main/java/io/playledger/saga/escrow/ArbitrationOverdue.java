package io.playledger.saga.escrow;

import io.playledger.api.market.TradeId;
import java.time.Instant;

/** The arbiter's time to decide is over. */
public record ArbitrationOverdue(TradeId escrow, Instant due) {}
