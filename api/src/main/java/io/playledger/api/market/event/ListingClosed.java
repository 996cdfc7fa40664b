package io.playledger.api.market.event;

import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A listing was closed after its trade was cancelled. It does not go back on sale. */
@Revision("1")
public record ListingClosed(ListingId listing, TradeId trade, Instant at) implements MarketEvent {}
