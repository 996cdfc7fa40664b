package io.playledger.api.identity;

import java.time.Instant;
import java.util.Set;

/** A player as others see them. */
public record PlayerView(PlayerId id, String username, Set<Role> roles, Instant registeredAt) {}
