package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;

/**
 * Grants a role to a player.
 *
 * @param reason the admin's reason; null for the first admin
 */
public record GrantRole(PlayerId player, Role role, PersonalText reason, Instant at)
    implements IdentityCommand<Void> {}
