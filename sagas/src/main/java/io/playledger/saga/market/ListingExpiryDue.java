package io.playledger.saga.market;

import io.playledger.api.market.ListingId;
import java.time.Instant;

/** A listing is due to expire. */
public record ListingExpiryDue(ListingId listing, Instant due) {}
