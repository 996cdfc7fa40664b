package io.playledger.api.reputation;

import io.playledger.api.identity.PlayerId;

/** Standing, and how often it moved. */
public record ReputationView(PlayerId player, int score, long changes) {}
