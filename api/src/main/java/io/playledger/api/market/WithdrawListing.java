package io.playledger.api.market;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/** The seller withdraws an active listing. Answers with a {@link ListingReceipt}. */
public record WithdrawListing(ListingId listing, PlayerId by, Long expectedVersion, Instant at)
    implements MarketCommand<ListingReceipt> {
  @Override
  public String aggregateId() {
    return listing.aggregateId();
  }
}
