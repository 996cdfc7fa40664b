package io.playledger.api.score;

/** What the player's own score is after the command. */
public record ScoreReceipt(BoardId board, long delta, long total) {}
