package io.playledger.api.identity;

import java.time.Instant;
import java.util.Set;

/**
 * A player as others see them.
 *
 * @param banned whether the player is banned now
 */
public record PlayerView(
    PlayerId id, String username, Set<Role> roles, boolean banned, Instant registeredAt) {

  /** Whether the player was erased. Everybody else has at least the role player. */
  public boolean erased() {
    return roles.isEmpty();
  }
}
