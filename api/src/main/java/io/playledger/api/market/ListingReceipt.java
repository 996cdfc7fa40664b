package io.playledger.api.market;

/** A listing and its version. */
public record ListingReceipt(ListingId listing, long version) {}
