package io.playledger.api.score;

import io.playledger.api.identity.PlayerId;

/** A player's increments, newest first. */
public record ListScoreHistory(PlayerId player, BoardId board, String cursor, int limit)
    implements ScoreQuery<ScoreHistoryPage> {}
