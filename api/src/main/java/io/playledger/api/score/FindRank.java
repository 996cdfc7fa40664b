package io.playledger.api.score;

import io.playledger.api.identity.PlayerId;
import org.jspecify.annotations.Nullable;

/** One player's place on a board; none: the player has no score on it. */
public record FindRank(BoardId board, PlayerId player) implements ScoreQuery<@Nullable RankView> {}
