package io.playledger.access.identity.session;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The current state of an open session, or of an account without one, whatever its token states.
 *
 * @param roles the account's roles
 * @param secondFactorAt time of the last second factor; empty without a session
 */
public record Standing(PlayerId player, Set<Role> roles, Optional<Instant> secondFactorAt) {

  public Standing {
    roles = Set.copyOf(roles);
  }
}
