package io.playledger.api.market;

import java.time.Instant;

/** Expires a listing after its expiry. A reserved listing waits for its trade. */
public record ExpireListing(ListingId listing, Instant at) implements MarketCommand<Void> {
  @Override
  public String aggregateId() {
    return listing.aggregateId();
  }
}
