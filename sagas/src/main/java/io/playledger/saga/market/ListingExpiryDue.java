package io.playledger.saga.market;

import io.playledger.api.market.ListingId;
import java.time.Instant;

/** A listing's time is over. */
public record ListingExpiryDue(ListingId listing, Instant due) {}
