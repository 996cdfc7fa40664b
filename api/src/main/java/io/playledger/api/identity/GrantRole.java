package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;

/**
 * Gives a role to a player.
 *
 * @param reason why, by the admin who grants it; null for the first admin
 */
public record GrantRole(PlayerId player, Role role, PersonalText reason, Instant at)
    implements IdentityCommand<Void> {}
