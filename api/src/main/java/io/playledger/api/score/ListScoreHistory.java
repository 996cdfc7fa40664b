package io.playledger.api.score;

import io.playledger.api.PageOf;
import io.playledger.api.identity.PlayerId;
import java.util.Set;

/** A player's increments, newest first. */
public record ListScoreHistory(PlayerId player, BoardId board, PageOf page)
    implements ScoreQuery<ScoreHistoryPage> {

  @Override
  public Set<String> projections() {
    return Set.of("score");
  }
}
