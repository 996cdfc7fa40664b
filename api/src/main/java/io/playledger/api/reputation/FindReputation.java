package io.playledger.api.reputation;

import io.playledger.api.identity.PlayerId;

/** A player's reputation; zero if nothing has changed it. */
public record FindReputation(PlayerId player) implements ReputationQuery<ReputationView> {}
