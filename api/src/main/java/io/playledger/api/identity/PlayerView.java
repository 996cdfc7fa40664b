package io.playledger.api.identity;

import java.time.Instant;
import java.util.Set;

/**
 * A player as others see them.
 *
 * @param banned whether the player is shut out now
 */
public record PlayerView(
    PlayerId id, String username, Set<Role> roles, boolean banned, Instant registeredAt) {}
