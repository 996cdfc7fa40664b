package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import java.time.Instant;

/**
 * Revokes a role of a player. The role {@code player} cannot be revoked.
 *
 * @param reason the admin's reason
 */
@RejectedFor({"PLAYER_ERASED", "PLAYER_NOT_FOUND", "ROLE_NOT_HELD", "ROLE_NOT_REVOCABLE"})
public record RevokeRole(PlayerId player, Role role, PersonalText reason, Instant at)
    implements IdentityCommand<Void> {}
