package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;

/**
 * Lifts the ban of a player.
 *
 * @param reason the reason of the moderator or admin
 */
public record UnbanPlayer(PlayerId player, PersonalText reason, Instant at)
    implements IdentityCommand<Void> {}
