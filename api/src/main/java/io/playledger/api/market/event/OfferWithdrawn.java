package io.playledger.api.market.event;

import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The buyer withdrew the offer. */
@Revision("1")
public record OfferWithdrawn(TradeId trade, Instant at) implements MarketEvent {}
