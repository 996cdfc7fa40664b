package io.playledger.api.score;

import io.playledger.api.Query;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries of the score context.
 *
 * @param <A> the shape of the answer
 */
public sealed interface ScoreQuery<A extends @Nullable Object> extends Query<A>
    permits FindLeaderboard, FindRank, ListScoreHistory {

  @Override
  default Set<String> projections() {
    return Set.of("score", "identity");
  }
}
