package io.playledger.api.market;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A listing was reserved for an accepted trade: nobody else can buy it meanwhile. */
@Revision("1")
public record ListingReserved(ListingId listing, TradeId trade, Instant at)
    implements MarketEvent {}
