package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;

/**
 * Takes a role from a player; every player keeps the role {@code player}.
 *
 * @param reason why, by the admin who takes it
 */
public record RevokeRole(PlayerId player, Role role, PersonalText reason, Instant at)
    implements IdentityCommand<Void> {}
