package io.playledger.access.identity.journeys;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.external.ExternalIdentities;
import io.playledger.access.identity.external.ExternalPerson;
import io.playledger.access.identity.registration.Newcomers;
import io.playledger.access.identity.registration.Registration;
import io.playledger.access.identity.session.Client;
import io.playledger.access.identity.session.Proof;
import io.playledger.access.identity.signin.Login;
import io.playledger.access.identity.signin.SignIns;
import io.playledger.access.mail.MailKind;
import io.playledger.access.mail.MailOutbox;
import io.playledger.api.audit.CredentialChange;
import io.playledger.api.audit.SignInFault;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs in people whom another site authenticated. A known identity signs in to its account. An
 * unknown one with an e-mail address that the site has verified signs in to the account that has
 * verified the same address. If only one side has verified it, the sign-in is refused, because the
 * account may not belong to the owner of the address. Everybody else gets a new account. Second
 * factors, bans and sessions work as in {@link Login}.
 */
final class ExternalSignIn {

  private static final int ATTEMPTS_MAX = 3;
  private static final int RETRY_AFTER_SECONDS = 1;
  private static final int TURNS = 64;

  private final Accounts accounts;
  private final Registration registration;
  private final Newcomers newcomers;
  private final ExternalIdentities identities;
  private final Login login;
  private final SignIns signIns;
  private final MailOutbox outbox;
  private final TransactionTemplate transactions;
  private final AuditTrail audit;
  private final Clock clock;
  private final Object[] turns = Stream.generate(Object::new).limit(TURNS).toArray();

  ExternalSignIn(
      Accounts accounts,
      Registration registration,
      Newcomers newcomers,
      ExternalIdentities identities,
      Login login,
      SignIns signIns,
      MailOutbox outbox,
      TransactionTemplate transactions,
      AuditTrail audit,
      Clock clock) {
    this.accounts = accounts;
    this.registration = registration;
    this.newcomers = newcomers;
    this.identities = identities;
    this.login = login;
    this.signIns = signIns;
    this.outbox = outbox;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Signs the person in. Throws SECOND_FACTOR_NEEDED, ACCOUNT_BANNED, IDENTITY_NOT_LINKED, or
   * UNAVAILABLE after too many conflicts with parallel requests.
   */
  SignIns.Entry enter(ExternalPerson person, Client client) {
    Account account = admitted(accountOf(person, client.origin()), client.origin());
    identities.used(person, clock.instant());
    SignIns.Entry entry = login.proceed(account, client, Proof.byProvider(clock.instant()));
    return signIns.onlyIf(() -> requireStillLinked(account.id(), person), entry);
  }

  /**
   * Checks that the identity was not unlinked meanwhile, which ended all sessions before this one
   * existed.
   */
  private void requireStillLinked(PlayerId player, ExternalPerson person) {
    if (identities.find(person).filter(player::equals).isEmpty()) {
      throw ApiProblem.of(TransportCode.IDENTITY_NOT_LINKED);
    }
  }

  /**
   * Links an identity to an account; does nothing if it is already linked. Throws
   * EMAIL_NOT_VERIFIED, IDENTITY_TAKEN, PROVIDER_LINKED_ALREADY.
   */
  void link(PlayerId player, ExternalPerson person, RequestOrigin origin) {
    Boolean linked =
        transactions.execute(
            status -> {
              Account account = locked(player);
              // otherwise the owner of the address would share the account with the person who
              // linked before
              if (account.email().isPresent() && !account.emailVerified()) {
                throw ApiProblem.of(TransportCode.EMAIL_NOT_VERIFIED);
              }
              return insert(account, person) || isLinkedTo(player, person);
            });
    if (linked) {
      audit.credentialChanged(player, CredentialChange.IDENTITY_LINKED, origin);
    }
  }

  /** False if it was linked already. */
  private boolean isLinkedTo(PlayerId player, ExternalPerson person) {
    PlayerId owner =
        identities
            .find(person)
            .orElseThrow(() -> ApiProblem.of(TransportCode.PROVIDER_LINKED_ALREADY));
    if (!owner.equals(player)) {
      throw ApiProblem.of(TransportCode.IDENTITY_TAKEN);
    }
    return false;
  }

  /**
   * Serialises parallel requests of one new person: the command of the first one is in progress.
   */
  private Account admitted(Account account, RequestOrigin origin) {
    if (account.state() == Account.State.ACTIVE) {
      return account;
    }
    synchronized (turns[Math.floorMod(account.id().hashCode(), turns.length)]) {
      Account now = accounts.find(account.id()).orElse(account);
      if (now.state() == Account.State.REGISTERING) {
        registration.admit(now, origin);
      }
    }
    return accounts.find(account.id()).orElse(account);
  }

  private Account accountOf(ExternalPerson person, RequestOrigin origin) {
    for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
      Optional<Account> account =
          identities
              .find(person)
              .flatMap(accounts::find)
              .or(() -> sameEmail(person, origin))
              .or(() -> newcomers.make(person));
      if (account.isPresent()) {
        return account.get();
      }
    }
    throw ApiProblem.retry(
        TransportCode.UNAVAILABLE,
        "The same person is signing in elsewhere at this moment; start again.",
        RETRY_AFTER_SECONDS);
  }

  private Optional<Account> sameEmail(ExternalPerson person, RequestOrigin origin) {
    Optional<Account> found = person.email().flatMap(registration::find);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    PlayerId player = found.get().id();
    Optional<Account> linked =
        person.emailVerified()
            ? transactions.execute(
                status ->
                    Optional.of(locked(player))
                        .filter(Account::emailVerified)
                        .filter(account -> insert(account, person)))
            : Optional.empty();
    if (linked.isPresent()) {
      audit.credentialChanged(player, CredentialChange.IDENTITY_LINKED, origin);
      return linked;
    }
    // a parallel request may have signed in the same person
    return Optional.of(
        identities
            .find(person)
            .flatMap(accounts::find)
            .orElseThrow(() -> notLinked(found.get(), person, origin)));
  }

  private ApiProblem notLinked(Account account, ExternalPerson person, RequestOrigin origin) {
    audit.signInFailed(Optional.of(account.id()), SignInFault.IDENTITY_NOT_LINKED, origin);
    return ApiProblem.of(
        TransportCode.IDENTITY_NOT_LINKED,
        Map.of("emailVerifiedByProvider", Boolean.toString(person.emailVerified())));
  }

  private boolean insert(Account account, ExternalPerson person) {
    boolean linked = identities.insert(account.id(), person, clock.instant());
    if (linked) {
      account
          .email()
          .filter(Account.Email::verified)
          .ifPresent(email -> outbox.ask(MailKind.IDENTITY_LINKED, email.hash()));
    }
    return linked;
  }

  /** Locks until the end of the transaction. */
  private Account locked(PlayerId player) {
    accounts.lock(player);
    return accounts.find(player).orElseThrow(() -> ApiProblem.of(TransportCode.UNAUTHENTICATED));
  }
}
