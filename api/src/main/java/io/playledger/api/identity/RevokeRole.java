package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;

/**
 * Revokes a role of a player. The role {@code player} cannot be revoked.
 *
 * @param reason the admin's reason
 */
public record RevokeRole(PlayerId player, Role role, PersonalText reason, Instant at)
    implements IdentityCommand<Void> {}
