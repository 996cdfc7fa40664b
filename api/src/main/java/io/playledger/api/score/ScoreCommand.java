package io.playledger.api.score;

import io.playledger.api.Command;

/** Commands of the score context. */
public sealed interface ScoreCommand<R> extends Command<R> permits IncrementScore {}
