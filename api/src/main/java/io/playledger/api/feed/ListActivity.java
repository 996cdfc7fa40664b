package io.playledger.api.feed;

import io.playledger.api.Query;
import io.playledger.api.identity.PlayerId;

/** What a player did and what befell them, newest first. */
public record ListActivity(PlayerId player, String cursor, int limit)
    implements Query<ActivityPage> {
  @Override
  public Class<ActivityPage> answerType() {
    return ActivityPage.class;
  }

  @Override
  public String projection() {
    return "feed";
  }
}
