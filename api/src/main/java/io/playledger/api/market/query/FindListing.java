package io.playledger.api.market.query;

import io.playledger.api.market.ListingId;

/** One listing; the answer is null if there is none. */
public record FindListing(ListingId listing) implements MarketQuery<ListingView> {}
