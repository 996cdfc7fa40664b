package io.playledger.api.market.query;

import io.playledger.api.PageOf;
import io.playledger.api.identity.PlayerId;

/** The reviews of a player, newest first. */
public record ListReviews(PlayerId reviewed, PageOf page) implements MarketQuery<ReviewPage> {}
