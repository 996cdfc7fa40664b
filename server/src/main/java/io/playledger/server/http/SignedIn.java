package io.playledger.server.http;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import java.util.Set;

/**
 * The principal that a valid access token stands for.
 *
 * @param roles as the account has them now
 */
public record SignedIn(PlayerId player, Set<Role> roles) {

  public SignedIn {
    roles = Set.copyOf(roles);
  }
}
