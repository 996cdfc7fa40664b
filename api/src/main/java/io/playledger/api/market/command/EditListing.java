package io.playledger.api.market.command;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.ListingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Changes the content of an active listing. Answers with a {@link ListingReceipt}.
 *
 * @param itemName none: unchanged
 * @param description none: unchanged or removed
 * @param descriptionRemoved whether the listing loses its description
 * @param price none: unchanged
 * @param expectedVersion the version of If-Match; none: overwrite any version
 */
@RejectedFor({
  "LISTING_NOT_ACTIVE",
  "LISTING_NOT_FOUND",
  "LISTING_NOT_YOURS",
  "LISTING_STALE",
  "PRICE_NOT_POSITIVE"
})
public record EditListing(
    ListingId listing,
    PlayerId by,
    @Nullable PersonalText itemName,
    @Nullable PersonalText description,
    boolean descriptionRemoved,
    @Nullable Amount price,
    @Nullable Long expectedVersion,
    Instant at)
    implements MarketCommand<ListingReceipt> {
  @Override
  public String aggregateId() {
    return listing.aggregateId();
  }
}
