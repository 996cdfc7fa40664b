package io.playledger.api.market.event;

import io.playledger.api.market.ListingId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A listing expired unsold. */
@Revision("1")
public record ListingExpired(ListingId listing, Instant at) implements MarketEvent {}
