package io.playledger.api.reputation;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * An admin adjusts a player's reputation.
 *
 * @param delta points, -100 to 100, not 0
 */
public record AdjustReputation(PlayerId player, int delta, PersonalText reason, Instant at)
    implements ReputationCommand<Void> {}
