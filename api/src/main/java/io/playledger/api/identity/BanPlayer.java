package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;

/**
 * Bans a player.
 *
 * @param reason the reason of the moderator or admin
 * @param until when the ban ends by itself; null for never
 */
public record BanPlayer(PlayerId player, PersonalText reason, Instant until, Instant at)
    implements IdentityCommand<Void> {}
