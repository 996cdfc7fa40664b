package io.playledger.api.market.event;

import io.playledger.api.market.ListingId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The seller withdrew the listing. */
@Revision("1")
public record ListingWithdrawn(ListingId listing, Instant at) implements MarketEvent {}
