package io.playledger.access.identity.mailed;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.account.EmailAddresses;
import io.playledger.access.identity.account.EmailChangeTable;
import io.playledger.access.identity.session.EndReason;
import io.playledger.access.identity.session.Sessions;
import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.access.mail.MailKind;
import io.playledger.access.mail.MailOutbox;
import io.playledger.api.audit.CredentialChange;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds or changes the e-mail address of an account. The change takes effect when the mailed token
 * is confirmed in a session of this account; until then nothing changes, and the address stays free
 * for its owner. If the token alone were enough, a click on a mail could put a person's address on
 * the account of a stranger.
 */
public final class EmailChange {

  private static final Duration AGE = Duration.ofHours(24);

  private final Accounts accounts;
  private final EmailAddresses emails;
  private final EmailChangeTable changes;
  private final OneTimeTokens tokens;
  private final MailOutbox outbox;
  private final Sessions sessions;
  private final TransactionTemplate transactions;
  private final AuditTrail audit;
  private final Clock clock;

  EmailChange(
      Accounts accounts,
      EmailAddresses emails,
      EmailChangeTable changes,
      OneTimeTokens tokens,
      MailOutbox outbox,
      Sessions sessions,
      TransactionTemplate transactions,
      AuditTrail audit,
      Clock clock) {
    this.accounts = accounts;
    this.emails = emails;
    this.changes = changes;
    this.tokens = tokens;
    this.outbox = outbox;
    this.sessions = sessions;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Does not reveal whether another account has the address. A verified former address is notified.
   */
  void ask(PlayerId player, String email) {
    Account.Email wanted = emails.kept(player, email, true);
    Instant now = clock.instant();
    transactions.executeWithoutResult(
        status -> {
          Optional<Account.Email> former = locked(player).email();
          changes.put(player, wanted, now, now.plus(AGE));
          outbox.ask(MailKind.PROVE_NEW_EMAIL, wanted.hash());
          former
              .filter(Account.Email::verified)
              .filter(some -> !Arrays.equals(some.hash(), wanted.hash()))
              .ifPresent(some -> outbox.ask(MailKind.EMAIL_CHANGE_ASKED, some.hash()));
        });
  }

  /**
   * Confirms the address. Every other session ends, and tokens sent to the former address become
   * invalid.
   */
  void confirm(SignedIn signedIn, String token, RequestOrigin origin) {
    PlayerId player = signedIn.player();
    try {
      transactions.executeWithoutResult(status -> confirmLocked(player, token));
    } catch (DuplicateKeyException taken) {
      throw ApiProblem.of(TransportCode.EMAIL_TAKEN);
    }
    sessions.endAllBut(player, signedIn.session(), EndReason.CREDENTIALS_CHANGED);
    audit.credentialChanged(player, CredentialChange.EMAIL_CHANGED, origin);
  }

  private void confirmLocked(PlayerId player, String token) {
    Account account = locked(player);
    Account.Email proved =
        changes
            .take(player, token, clock.instant())
            .orElseThrow(() -> ApiProblem.of(TransportCode.TOKEN_REJECTED));
    account.email().ifPresent(former -> outbox.forget(former.hash()));
    tokens.forget(player, OneTimeTokens.Purpose.VERIFY_EMAIL);
    tokens.forgetLetIns(player);
    accounts.changeEmail(player, proved);
  }

  /** Deletes requests that were not confirmed in time. */
  public void clean() {
    changes.clean(clock.instant());
  }

  private Account locked(PlayerId player) {
    accounts.lock(player);
    return accounts.find(player).orElseThrow(() -> ApiProblem.of(TransportCode.UNAUTHENTICATED));
  }
}
