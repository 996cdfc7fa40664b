package io.playledger.api.market.query;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.ListingStatus;

/**
 * Listings by text (full text, and trigrams for typos), game, price and seller.
 *
 * @param text search text; null for all
 * @param game game id; null for all
 * @param asset asset of the price range; required with a bound
 * @param priceMin smallest units, inclusive; null for none
 * @param priceMax smallest units, inclusive; null for none
 * @param seller null for all
 * @param status null for {@code ACTIVE}
 * @param page from 1; ignored with a cursor
 * @param limit 1 to 100
 */
public record SearchListings(
    String text,
    String game,
    AssetCode asset,
    Long priceMin,
    Long priceMax,
    PlayerId seller,
    ListingStatus status,
    ListingSort sort,
    String cursor,
    int page,
    int limit)
    implements MarketQuery<ListingPage> {}
