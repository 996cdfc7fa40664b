package io.playledger.server.score;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.score.BoardId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/**
 * An increment of a player's score.
 *
 * @param delta points
 * @param board the global board if the client sends none
 */
record ScoreBody(
    @Schema(example = "0198c7a2-7b1e-7d3a-9c4e-2f6b8d1a5e70") @NotNull PlayerId playerId,
    @Schema(example = "50") @NotNull Long delta,
    @Schema(example = "global") BoardId board) {

  ScoreBody {
    board = board == null ? BoardId.GLOBAL : board;
  }
}
