package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import java.time.Instant;

/**
 * Lifts the ban of a player.
 *
 * @param reason the reason of the moderator or admin
 */
@RejectedFor({"PLAYER_ERASED", "PLAYER_NOT_BANNED", "PLAYER_NOT_FOUND"})
public record UnbanPlayer(PlayerId player, PersonalText reason, Instant at)
    implements IdentityCommand<Void> {}
