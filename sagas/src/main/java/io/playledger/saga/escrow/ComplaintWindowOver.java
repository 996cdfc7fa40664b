package io.playledger.saga.escrow;

import io.playledger.api.market.TradeId;
import java.time.Instant;

/** The buyer's time to complain is over. */
public record ComplaintWindowOver(TradeId escrow, Instant due) {}
