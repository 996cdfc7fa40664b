package io.playledger.api.market.query;

import io.playledger.api.market.ListingId;
import org.jspecify.annotations.Nullable;

/** One listing. */
public record FindListing(ListingId listing) implements MarketQuery<@Nullable ListingView> {}
