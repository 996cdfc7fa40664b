package io.playledger.api.score;

import io.playledger.api.identity.PlayerId;

/** One player's place on a board; the answer is null if the player has no score on it. */
public record FindRank(BoardId board, PlayerId player) implements ScoreQuery<RankView> {}
