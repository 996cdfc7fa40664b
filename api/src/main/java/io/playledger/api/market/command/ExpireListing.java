package io.playledger.api.market.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.market.ListingId;
import java.time.Instant;

/** Expires a listing after its expiry. A reserved listing waits for its trade. */
@RejectedFor({"LISTING_NOT_ACTIVE", "LISTING_NOT_EXPIRED", "LISTING_NOT_FOUND"})
public record ExpireListing(ListingId listing, Instant at) implements MarketCommand<Void> {
  @Override
  public String aggregateId() {
    return listing.aggregateId();
  }
}
