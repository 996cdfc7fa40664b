package io.playledger.api.identity;

import java.time.Instant;
import java.util.Set;

/**
 * A player as others see them.
 *
 * @param banned whether the player is shut out now
 */
public record PlayerView(
    PlayerId id, String username, Set<Role> roles, boolean banned, Instant registeredAt) {

  /** Whether nobody is behind it any more: everybody else has the role player at least. */
  public boolean erased() {
    return roles.isEmpty();
  }
}
