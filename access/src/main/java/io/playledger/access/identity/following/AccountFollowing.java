package io.playledger.access.identity.following;

import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.session.EndReason;
import io.playledger.access.identity.session.Sessions;
import io.playledger.access.identity.session.Standings;
import io.playledger.api.identity.IdentityEvent;
import io.playledger.api.identity.PlayerBanned;
import io.playledger.api.identity.PlayerErased;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.PlayerUnbanned;
import io.playledger.api.identity.Role;
import io.playledger.api.identity.RoleGranted;
import io.playledger.api.identity.RoleRevoked;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Updates an account from the log of its player: roles, ban and erasure. It reads the player's
 * whole history, which is short, under a lock on the account, so that the result is right after a
 * crash, a repeat or two parallel commands. It is a projection that must take effect at once, so it
 * runs after each command instead of in a processor.
 */
public final class AccountFollowing {

  private final EventStore log;
  private final Accounts accounts;
  private final AccountRemains remains;
  private final Sessions sessions;
  private final Standings standings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  AccountFollowing(
      EventStore log,
      Accounts accounts,
      AccountRemains remains,
      Sessions sessions,
      Standings standings,
      TransactionTemplate transactions,
      Clock clock) {
    this.log = log;
    this.accounts = accounts;
    this.remains = remains;
    this.sessions = sessions;
    this.standings = standings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The state according to the log. */
  private static final class Told {

    private final Set<Role> roles = EnumSet.noneOf(Role.class);
    private Optional<Account.Ban> ban = Optional.empty();
    private boolean erased;

    void on(IdentityEvent event) {
      switch (event) {
        case PlayerRegistered registered -> roles.add(Role.PLAYER);
        case RoleGranted granted -> roles.add(granted.role());
        case RoleRevoked revoked -> roles.remove(revoked.role());
        case PlayerBanned banned ->
            ban = Optional.of(new Account.Ban(Optional.ofNullable(banned.until())));
        case PlayerUnbanned unbanned -> ban = Optional.empty();
        case PlayerErased gone -> erased = true;
      }
    }
  }

  public void follow(PlayerId player) {
    switch (transactions.execute(status -> followLocked(player))) {
      case Followed.Nobody nobody -> {}
      case Followed.Stands stands -> {
        if (stands.account().banAt(clock.instant()).isPresent()) {
          sessions.endAll(player, EndReason.BANNED);
        }
        standings.changed(player);
      }
      case Followed.Removed removed -> {
        remains.removed(player);
        standings.changed(player);
      }
    }
  }

  /** The result for the account. */
  private sealed interface Followed {

    record Nobody() implements Followed {}

    record Stands(Account account) implements Followed {}

    record Removed() implements Followed {}
  }

  private Followed followLocked(PlayerId player) {
    if (!accounts.lock(player)) {
      return new Followed.Nobody();
    }
    Told told = new Told();
    log.readEvents(player.aggregateId(), 0)
        .forEachRemaining(
            message -> {
              if (message.getPayload() instanceof IdentityEvent event) {
                told.on(event);
              }
            });
    if (told.erased) {
      remains.remove(player);
      return new Followed.Removed();
    }
    accounts.setRoles(player, told.roles);
    accounts.setBan(player, told.ban);
    return new Followed.Stands(accounts.find(player).orElseThrow());
  }
}
