package io.playledger.api.market.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.ListingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The seller withdraws an active listing. Answers with a {@link ListingReceipt}. */
@RejectedFor({"LISTING_NOT_ACTIVE", "LISTING_NOT_FOUND", "LISTING_NOT_YOURS", "LISTING_STALE"})
public record WithdrawListing(
    ListingId listing, PlayerId by, @Nullable Long expectedVersion, Instant at)
    implements MarketCommand<ListingReceipt> {
  @Override
  public String aggregateId() {
    return listing.aggregateId();
  }
}
