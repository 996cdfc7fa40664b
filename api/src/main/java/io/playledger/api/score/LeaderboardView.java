package io.playledger.api.score;

import java.util.List;

/** The top of a board. */
public record LeaderboardView(BoardId board, List<RankView> leaderboard) {}
