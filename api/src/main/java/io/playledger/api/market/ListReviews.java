package io.playledger.api.market;

import io.playledger.api.Query;
import io.playledger.api.identity.PlayerId;

/** What others said of a player, newest first. */
public record ListReviews(PlayerId reviewed, String cursor, int limit)
    implements Query<ReviewPage> {
  @Override
  public Class<ReviewPage> answerType() {
    return ReviewPage.class;
  }

  @Override
  public String projection() {
    return "market";
  }
}
