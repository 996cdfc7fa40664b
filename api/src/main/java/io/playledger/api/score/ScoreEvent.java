package io.playledger.api.score;

import io.playledger.api.Event;

/** Events of the score context. */
public sealed interface ScoreEvent extends Event permits ScoreIncremented {}
