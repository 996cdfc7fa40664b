package io.playledger.access.identity.registration;

import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.account.EmailAddresses;
import io.playledger.access.identity.password.Passwords;
import io.playledger.access.mail.MailKind;
import io.playledger.access.mail.MailOutbox;
import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.RegisterPlayer;
import io.playledger.api.identity.Role;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.Sent;
import io.playledger.web.http.Ids;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registers players. The account's row is written first, then the event, and then the row becomes
 * active. A crash in between leaves an account in state registering; a repeat of the registration
 * or a login completes it under the same idempotency key.
 */
public final class Registration {

  private final Accounts accounts;
  private final Passwords passwords;
  private final PersonalTexts texts;
  private final CommandGate commands;
  private final EmailAddresses emails;
  private final MailOutbox outbox;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Registration(
      Accounts accounts,
      Passwords passwords,
      PersonalTexts texts,
      CommandGate commands,
      EmailAddresses emails,
      MailOutbox outbox,
      TransactionTemplate transactions,
      Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.texts = texts;
    this.commands = commands;
    this.emails = emails;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The request of a registration and its key.
   *
   * @param requestHash hash of the request without the password, which is compared with its own
   *     hash
   */
  public record Application(
      String email,
      String username,
      String password,
      boolean passwordOneTime,
      UUID idempotencyKey,
      byte[] requestHash) {}

  /** A registered player. */
  public record Admitted(PlayerId player, String username, Sent<Void> sent) {}

  /** Registers a player. Throws EMAIL_TAKEN, USERNAME_TAKEN or IDEMPOTENCY_KEY_REUSED. */
  public Admitted register(Application application, RequestOrigin origin) {
    Optional<Account> existing = find(application.email());
    if (existing.isPresent()) {
      return repeat(existing.get(), application, origin);
    }
    if (!accounts.usernameTaken(application.username())) {
      Account account = draft(application);
      if (accounts.insert(account)) {
        return admit(account, origin);
      }
    }
    // another request was faster, possibly a repeat of this one
    return repeat(
        find(application.email()).orElseThrow(() -> ApiProblem.of(TransportCode.USERNAME_TAKEN)),
        application,
        origin);
  }

  /** The account with this e-mail address, in any state. */
  public Optional<Account> find(String email) {
    return accounts.findByEmail(emails.hash(email));
  }

  /** The account, in any state. */
  public Optional<Account> find(PlayerId player) {
    return accounts.find(player);
  }

  /** Makes sure that the event of this account exists and the account is active. */
  public Admitted admit(Account account, RequestOrigin origin) {
    Caller caller =
        new Caller(
            account.id(),
            Set.of(Role.PLAYER),
            Role.PLAYER,
            origin.requestId(),
            origin.correlationId(),
            origin.addressHash());
    Sent<Void> sent =
        commands.send(
            new CommandCall(caller, account.registrationKey(), account.registrationHash()),
            new RegisterPlayer(
                account.id(),
                texts.protect(account.id().value(), account.username()),
                account.createdAt()));
    if (account.state() == Account.State.REGISTERING) {
      activate(account);
    }
    return new Admitted(account.id(), account.username(), sent);
  }

  /**
   * Activates the account and requests its first mail in one transaction, so that exactly one mail
   * is sent.
   */
  private void activate(Account account) {
    transactions.executeWithoutResult(
        status -> {
          if (accounts.activate(account.id())) {
            account
                .email()
                .filter(email -> !email.verified())
                .ifPresent(email -> outbox.ask(MailKind.VERIFY_EMAIL, email.hash()));
          }
        });
  }

  private Admitted repeat(Account account, Application application, RequestOrigin origin) {
    if (account.registrationKey().equals(application.idempotencyKey())) {
      boolean same = Arrays.equals(account.registrationHash(), application.requestHash());
      if (!same || !passwords.matches(application.password(), account.passwordHash())) {
        throw ApiProblem.of(TransportCode.IDEMPOTENCY_KEY_REUSED);
      }
      return admit(account, origin);
    }
    if (account.state() == Account.State.REGISTERING
        && account.username().equals(application.username())
        && passwords.matches(application.password(), account.passwordHash())) {
      return admit(account, origin);
    }
    throw ApiProblem.of(TransportCode.EMAIL_TAKEN);
  }

  private Account draft(Application application) {
    PlayerId id = new PlayerId(Ids.next());
    return new Account(
        id,
        Optional.of(emails.kept(id, application.email(), false)),
        application.username(),
        Optional.of(passwords.hash(application.password())),
        application.passwordOneTime(),
        Account.State.REGISTERING,
        application.idempotencyKey(),
        application.requestHash(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        Optional.empty());
  }
}
