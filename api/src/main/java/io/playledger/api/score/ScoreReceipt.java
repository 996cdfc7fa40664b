package io.playledger.api.score;

/** The player's score after the command. */
public record ScoreReceipt(BoardId board, long delta, long total) {}
