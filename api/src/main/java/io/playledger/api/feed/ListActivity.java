package io.playledger.api.feed;

import io.playledger.api.identity.PlayerId;

/** What a player did and what befell them, newest first. */
public record ListActivity(PlayerId player, String cursor, int limit)
    implements FeedQuery<ActivityPage> {}
