package io.playledger.saga.escrow;

import io.playledger.api.market.TradeId;
import java.time.Instant;

/** The seller's time to deliver is over. */
public record DeliveryDue(TradeId escrow, Instant due) {}
