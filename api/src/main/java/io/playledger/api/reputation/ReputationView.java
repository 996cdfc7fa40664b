package io.playledger.api.reputation;

import io.playledger.api.identity.PlayerId;

/** A player's reputation, and how often it changed. */
public record ReputationView(PlayerId player, int score, long changes) {}
