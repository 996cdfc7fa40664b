package io.playledger.api.market;

import io.playledger.api.identity.PlayerId;

/** What others said of a player, newest first. */
public record ListReviews(PlayerId reviewed, String cursor, int limit)
    implements MarketQuery<ReviewPage> {}
