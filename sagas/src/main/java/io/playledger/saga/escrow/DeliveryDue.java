package io.playledger.saga.escrow;

import io.playledger.api.market.TradeId;
import java.time.Instant;

/** The delivery window has ended. */
public record DeliveryDue(TradeId escrow, Instant due) {}
