package io.playledger.api.reputation;

import io.playledger.api.identity.PlayerId;

/** A player's standing; zero where nothing has moved it. */
public record FindReputation(PlayerId player) implements ReputationQuery<ReputationView> {}
