package io.playledger.api.market.command;

import io.playledger.api.market.ListingId;

/** A listing and its version. */
public record ListingReceipt(ListingId listing, long version) {}
