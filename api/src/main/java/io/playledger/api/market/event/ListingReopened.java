package io.playledger.api.market.event;

import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A listing is on sale again after its trade was cancelled. */
@Revision("1")
public record ListingReopened(ListingId listing, TradeId trade, Instant at)
    implements MarketEvent {}
