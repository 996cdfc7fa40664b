package io.playledger.api.market;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The trade fell through and the listing is on sale again. */
@Revision("1")
public record ListingReopened(ListingId listing, TradeId trade, Instant at)
    implements MarketEvent {}
