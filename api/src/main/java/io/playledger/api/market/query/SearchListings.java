package io.playledger.api.market.query;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.ListingStatus;
import org.jspecify.annotations.Nullable;

/**
 * Listings by text (full text, and trigrams for typos), game, price and seller.
 *
 * @param text search text
 * @param game game id
 * @param asset asset of the price range; required with a bound
 * @param priceMin smallest units, inclusive
 * @param priceMax smallest units, inclusive
 * @param status none: {@code ACTIVE}
 * @param sort none: by relevance with a text, otherwise the newest first
 * @param page from 1; ignored with a cursor
 * @param limit 1 to 100
 */
public record SearchListings(
    @Nullable String text,
    @Nullable String game,
    @Nullable AssetCode asset,
    @Nullable Long priceMin,
    @Nullable Long priceMax,
    @Nullable PlayerId seller,
    @Nullable ListingStatus status,
    @Nullable ListingSort sort,
    @Nullable String cursor,
    int page,
    int limit)
    implements MarketQuery<ListingPage> {

  /** Number of listings over which pages reach; a cursor reaches further. */
  public static final int DEPTH_MAX = 10_000;
}
