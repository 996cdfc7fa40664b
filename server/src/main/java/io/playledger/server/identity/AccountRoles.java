package io.playledger.server.identity;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The roles an account has now. Asked on every request, so they are kept for a few seconds: a role
 * given or taken on another node is noticed after that.
 */
final class AccountRoles {

  private final Accounts accounts;
  private final long ageNanosMax;
  private final BoundedCache<PlayerId, Seen> cache;

  AccountRoles(Accounts accounts, Duration ageMax, int entriesMax) {
    this.accounts = accounts;
    this.ageNanosMax = ageMax.toNanos();
    this.cache = new BoundedCache<>(entriesMax);
  }

  private record Seen(Optional<Set<Role>> roles, long nanos) {}

  /** Empty where there is no active account. */
  Optional<Set<Role>> of(PlayerId player) {
    long now = System.nanoTime();
    Seen seen = cache.get(player);
    if (seen == null || now - seen.nanos() > ageNanosMax) {
      seen = new Seen(accounts.rolesOfActive(player).map(Set::copyOf), now);
      cache.put(player, seen);
    }
    return seen.roles();
  }

  /** After a change on this node. */
  void forget(PlayerId player) {
    cache.remove(player);
  }
}
