package io.playledger.api.score;

import io.playledger.api.PageOf;
import io.playledger.api.identity.PlayerId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A player's increments, newest first.
 *
 * @param board none: all boards
 */
public record ListScoreHistory(PlayerId player, @Nullable BoardId board, PageOf page)
    implements ScoreQuery<ScoreHistoryPage> {

  @Override
  public Set<String> projections() {
    return Set.of("score");
  }
}
