package io.playledger.web.http;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import java.util.Set;

/**
 * Who asks, proved by an access token. A controller that takes one is for players who are logged
 * in.
 *
 * @param roles as the accounts have them now, not as the token had them
 * @param actingRole the role that opened this door, for the record
 * @param requestId of this request
 * @param correlationId shared by everything this request sets in motion
 * @param addressHash keyed hash of the client's address
 */
public record Caller(
    PlayerId player,
    Set<Role> roles,
    Role actingRole,
    String requestId,
    String correlationId,
    String addressHash) {

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Whether the account has one of them. */
  public boolean hasAny(Role... wanted) {
    for (Role role : wanted) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }
}
