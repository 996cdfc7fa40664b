package io.playledger.server.http;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The principal that a valid access token stands for.
 *
 * @param roles as the account has them now
 * @param session that the token belongs to; empty where none does
 */
public record SignedIn(PlayerId player, Set<Role> roles, Optional<UUID> session) {

  public SignedIn {
    roles = Set.copyOf(roles);
  }
}
