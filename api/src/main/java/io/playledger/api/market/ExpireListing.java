package io.playledger.api.market;

import java.time.Instant;

/** Ends a listing whose time is over; a reserved one waits for its trade. */
public record ExpireListing(ListingId listing, Instant at) implements MarketCommand<Void> {
  @Override
  public String aggregateId() {
    return listing.aggregateId();
  }
}
