package io.playledger.web.authority;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import java.util.Set;

/**
 * The caller of a request, authenticated by an access token or API key. A controller with this
 * parameter requires a login.
 *
 * @param roles the account's roles now, not those of the token
 * @param actingRole the role that allowed this operation, for the record
 * @param requestId id of this request
 * @param correlationId shared by all messages that this request causes
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

  /** Whether the account has one of these roles. */
  public boolean hasAny(Role... wanted) {
    for (Role role : wanted) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }
}
