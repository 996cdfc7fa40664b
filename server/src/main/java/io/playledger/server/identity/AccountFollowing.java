package io.playledger.server.identity;

import io.playledger.api.identity.IdentityEvent;
import io.playledger.api.identity.PlayerBanned;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.PlayerUnbanned;
import io.playledger.api.identity.Role;
import io.playledger.api.identity.RoleGranted;
import io.playledger.api.identity.RoleRevoked;
import io.playledger.server.identity.session.EndReason;
import io.playledger.server.identity.session.Sessions;
import io.playledger.server.identity.session.Standings;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings an account to what the log says of its player: roles and ban. It reads the player's whole
 * history, which is short, under a lock on the account, so that it is right after a crash, a repeat
 * and two admins at once.
 */
final class AccountFollowing {

  private final EventStore log;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Standings standings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  AccountFollowing(
      EventStore log,
      Accounts accounts,
      Sessions sessions,
      Standings standings,
      TransactionTemplate transactions,
      Clock clock) {
    this.log = log;
    this.accounts = accounts;
    this.sessions = sessions;
    this.standings = standings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What the log says. */
  private static final class Told {

    private final Set<Role> roles = EnumSet.noneOf(Role.class);
    private Optional<Account.Ban> ban = Optional.empty();

    void on(IdentityEvent event) {
      switch (event) {
        case PlayerRegistered registered -> roles.add(Role.PLAYER);
        case RoleGranted granted -> roles.add(granted.role());
        case RoleRevoked revoked -> roles.remove(revoked.role());
        case PlayerBanned banned ->
            ban = Optional.of(new Account.Ban(Optional.ofNullable(banned.until())));
        case PlayerUnbanned unbanned -> ban = Optional.empty();
      }
    }
  }

  void follow(PlayerId player) {
    Optional<Account> followed = transactions.execute(status -> followLocked(player));
    if (followed.isEmpty()) {
      return;
    }
    if (followed.get().banAt(clock.instant()).isPresent()) {
      sessions.endAll(player, EndReason.BANNED);
    }
    standings.changed(player);
  }

  private Optional<Account> followLocked(PlayerId player) {
    if (!accounts.lock(player)) {
      return Optional.empty();
    }
    Told told = new Told();
    log.readEvents(player.aggregateId(), 0)
        .forEachRemaining(
            message -> {
              if (message.getPayload() instanceof IdentityEvent event) {
                told.on(event);
              }
            });
    accounts.setRoles(player, told.roles);
    accounts.setBan(player, told.ban);
    return accounts.find(player);
  }
}
