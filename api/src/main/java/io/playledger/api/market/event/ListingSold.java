package io.playledger.api.market.event;

import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A listing was sold because its trade was completed. */
@Revision("1")
public record ListingSold(ListingId listing, TradeId trade, Instant at) implements MarketEvent {}
