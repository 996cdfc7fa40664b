package io.playledger.api.market;

import io.playledger.api.identity.PlayerId;

/** The reviews of a player, newest first. */
public record ListReviews(PlayerId reviewed, String cursor, int limit)
    implements MarketQuery<ReviewPage> {}
