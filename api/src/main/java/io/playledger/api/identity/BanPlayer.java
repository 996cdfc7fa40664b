package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;

/**
 * Shuts a player out.
 *
 * @param reason why, by the moderator or admin who bans
 * @param until when the ban ends by itself; null for never
 */
public record BanPlayer(PlayerId player, PersonalText reason, Instant until, Instant at)
    implements IdentityCommand<Void> {}
