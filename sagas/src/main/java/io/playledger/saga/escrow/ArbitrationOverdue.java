package io.playledger.saga.escrow;

import io.playledger.api.market.TradeId;
import java.time.Instant;

/** The arbitration window has ended. */
public record ArbitrationOverdue(TradeId escrow, Instant due) {}
