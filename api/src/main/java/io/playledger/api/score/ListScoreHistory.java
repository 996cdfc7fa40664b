package io.playledger.api.score;

import io.playledger.api.Query;
import io.playledger.api.identity.PlayerId;

/** A player's increments, newest first. */
public record ListScoreHistory(PlayerId player, BoardId board, String cursor, int limit)
    implements Query<ScoreHistoryPage> {
  @Override
  public Class<ScoreHistoryPage> answerType() {
    return ScoreHistoryPage.class;
  }

  @Override
  public String projection() {
    return "score";
  }
}
