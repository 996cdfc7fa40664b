package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Grants a role to a player.
 *
 * @param reason the admin's reason; none: the first admin
 */
@RejectedFor({"PLAYER_ERASED", "PLAYER_NOT_FOUND", "ROLE_ALREADY_GRANTED"})
public record GrantRole(PlayerId player, Role role, @Nullable PersonalText reason, Instant at)
    implements IdentityCommand<Void> {}
