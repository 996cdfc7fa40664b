package io.playledger.saga.escrow;

import io.playledger.api.market.TradeId;
import java.time.Instant;

/** The complaint window has ended. */
public record ComplaintWindowOver(TradeId escrow, Instant due) {}
