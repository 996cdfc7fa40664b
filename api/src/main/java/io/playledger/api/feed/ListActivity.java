package io.playledger.api.feed;

import io.playledger.api.PageOf;
import io.playledger.api.identity.PlayerId;

/** The activity of a player, newest first: what the player did and what others did to them. */
public record ListActivity(PlayerId player, PageOf page) implements FeedQuery<ActivityPage> {}
