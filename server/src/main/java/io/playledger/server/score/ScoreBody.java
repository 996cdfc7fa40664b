package io.playledger.server.score;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.score.BoardId;
import jakarta.validation.constraints.NotNull;

/**
 * An increment of a player's score.
 *
 * @param delta points; the score refuses what is out of range
 * @param board null for the global one
 */
record ScoreBody(@NotNull PlayerId playerId, @NotNull Long delta, BoardId board) {

  ScoreBody {
    board = board == null ? BoardId.GLOBAL : board;
  }
}
