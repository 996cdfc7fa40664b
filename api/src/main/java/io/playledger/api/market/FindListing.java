package io.playledger.api.market;

/** One listing; the answer is null if there is none. */
public record FindListing(ListingId listing) implements MarketQuery<ListingView> {}
