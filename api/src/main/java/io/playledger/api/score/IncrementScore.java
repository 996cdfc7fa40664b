package io.playledger.api.score;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * Adds to a player's score on a board. Answers with a {@link ScoreReceipt}.
 *
 * @param delta points, 1 to {@value #DELTA_MAX}
 */
@RejectedFor({"DELTA_OUT_OF_RANGE", "SCORE_OVERFLOW"})
public record IncrementScore(PlayerId player, BoardId board, long delta, Instant at)
    implements ScoreCommand<ScoreReceipt> {

  public static final long DELTA_MAX = 1_000_000_000L;

  /** One aggregate per player, which holds all its boards. */
  @Override
  public String aggregateId() {
    return "score-" + player;
  }
}
