package io.playledger.access.identity.registration;

import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.account.EmailAddresses;
import io.playledger.access.identity.account.Usernames;
import io.playledger.access.identity.external.ExternalIdentities;
import io.playledger.access.identity.external.ExternalPerson;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.http.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates accounts for people whom another site authenticated. Account and identity are written
 * together, so that only one of two parallel requests for one person or address creates the
 * account. The account is in state registering until its first event is durable; a later request
 * that finds it in this state completes it.
 */
public final class Newcomers {

  private final Accounts accounts;
  private final ExternalIdentities identities;
  private final EmailAddresses emails;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Newcomers(
      Accounts accounts,
      ExternalIdentities identities,
      EmailAddresses emails,
      TransactionTemplate transactions,
      Clock clock) {
    this.accounts = accounts;
    this.identities = identities;
    this.emails = emails;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Creates an account. The address is stored only if the provider has verified it, because an
   * unverified one would block its true owner. Empty if another request was faster; then look up
   * again.
   */
  public Optional<Account> make(ExternalPerson person) {
    for (String username : Usernames.near(person.name())) {
      if (!accounts.usernameTaken(username)) {
        Account account = draft(person, username);
        Boolean made =
            transactions.execute(
                status -> {
                  boolean whole =
                      accounts.insert(account)
                          && identities.insert(account.id(), person, account.createdAt());
                  if (!whole) {
                    status.setRollbackOnly();
                  }
                  return whole;
                });
        if (made) {
          return Optional.of(account);
        }
        if (!accounts.usernameTaken(username)) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private Account draft(ExternalPerson person, String username) {
    PlayerId id = new PlayerId(Ids.next());
    UUID key = Ids.next();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Account(
        id,
        person
            .email()
            .filter(address -> person.emailVerified())
            .map(address -> emails.kept(id, address, true)),
        username,
        Optional.empty(),
        false,
        Account.State.REGISTERING,
        key,
        key.toString().getBytes(StandardCharsets.UTF_8),
        now,
        Optional.empty());
  }
}
