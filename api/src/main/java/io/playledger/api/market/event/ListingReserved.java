package io.playledger.api.market.event;

import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A listing was reserved for an accepted trade: nobody else can buy it meanwhile. */
@Revision("1")
public record ListingReserved(ListingId listing, TradeId trade, Instant at)
    implements MarketEvent {}
