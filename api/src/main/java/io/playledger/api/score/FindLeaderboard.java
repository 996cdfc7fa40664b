package io.playledger.api.score;

import io.playledger.api.AsOf;

/**
 * The top of a board, ordered by score, then by who reached it first, then by id.
 *
 * @param limit entries, 1 to 100
 */
public record FindLeaderboard(BoardId board, int limit, AsOf asOf)
    implements ScoreQuery<LeaderboardView> {}
