package io.playledger.access.identity.session;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What holds of a live session, or of an account that comes without one, now: whatever its token
 * says.
 *
 * @param roles of the account
 * @param secondFactorAt when the bearer last showed a second factor; never without a session
 */
public record Standing(PlayerId player, Set<Role> roles, Optional<Instant> secondFactorAt) {

  public Standing {
    roles = Set.copyOf(roles);
  }
}
