package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bans a player.
 *
 * @param reason the reason of the moderator or admin
 * @param until when the ban ends by itself; none: never
 */
@RejectedFor({"BAN_ENDS_IN_THE_PAST", "PLAYER_ALREADY_BANNED", "PLAYER_ERASED", "PLAYER_NOT_FOUND"})
public record BanPlayer(PlayerId player, PersonalText reason, @Nullable Instant until, Instant at)
    implements IdentityCommand<Void> {}
