package io.playledger.api.market.command;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.ListingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Creates a listing that offers an item for sale. Answers with a {@link ListingReceipt}.
 *
 * @param gameId 1 to 100 of a-z, 0-9, dot, hyphen and underscore
 * @param expiresAt after {@code at}, at most 90 days
 */
@RejectedFor({"LISTING_ALREADY_EXISTS", "LISTING_EXPIRY_OUT_OF_RANGE", "PRICE_NOT_POSITIVE"})
public record CreateListing(
    ListingId listing,
    PlayerId seller,
    String gameId,
    PersonalText itemName,
    @Nullable PersonalText description,
    Amount price,
    Instant expiresAt,
    Instant at)
    implements MarketCommand<ListingReceipt> {

  public static final int EXPIRY_DAYS_MAX = 90;

  @Override
  public String aggregateId() {
    return listing.aggregateId();
  }
}
