package io.playledger.access.identity.mailed;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.account.EmailAddresses;
import io.playledger.access.identity.password.PasswordRules;
import io.playledger.access.identity.password.Passwords;
import io.playledger.access.identity.session.EndReason;
import io.playledger.access.identity.session.Sessions;
import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.access.mail.MailKind;
import io.playledger.access.mail.MailOutbox;
import io.playledger.api.audit.CredentialChange;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets a password by a mailed token. A request gets the same reply after the same work, whether or
 * not an account exists.
 */
final class PasswordReset {

  private final Accounts accounts;
  private final EmailAddresses emails;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final OneTimeTokens tokens;
  private final MailOutbox outbox;
  private final Sessions sessions;
  private final TransactionTemplate transactions;
  private final AuditTrail audit;

  PasswordReset(
      Accounts accounts,
      EmailAddresses emails,
      Passwords passwords,
      PasswordRules rules,
      OneTimeTokens tokens,
      MailOutbox outbox,
      Sessions sessions,
      TransactionTemplate transactions,
      AuditTrail audit) {
    this.accounts = accounts;
    this.emails = emails;
    this.passwords = passwords;
    this.rules = rules;
    this.tokens = tokens;
    this.outbox = outbox;
    this.sessions = sessions;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** Requests a mail, whether or not there is such an account. */
  void ask(String email) {
    outbox.ask(MailKind.RESET_PASSWORD, emails.hash(email));
  }

  /**
   * Requests a mail for an account without a password. Throws PASSWORD_SET_ALREADY or
   * EMAIL_NOT_VERIFIED.
   */
  void requestFirstPassword(PlayerId player) {
    Account account =
        accounts.find(player).orElseThrow(() -> ApiProblem.of(TransportCode.UNAUTHENTICATED));
    if (account.passwordHash().isPresent()) {
      throw ApiProblem.of(TransportCode.PASSWORD_SET_ALREADY);
    }
    Account.Email email =
        account
            .email()
            .filter(Account.Email::verified)
            .orElseThrow(() -> ApiProblem.of(TransportCode.EMAIL_NOT_VERIFIED));
    outbox.ask(MailKind.RESET_PASSWORD, email.hash());
  }

  /** Sets the password and ends every session. Throws TOKEN_REJECTED. */
  void reset(String token, String wanted, RequestOrigin origin) {
    if (tokens.peek(token, OneTimeTokens.Purpose.RESET_PASSWORD).isEmpty()) {
      throw ApiProblem.of(TransportCode.TOKEN_REJECTED);
    }
    rules.check("newPassword", wanted);
    String hash = passwords.hash(wanted);
    Changed changed = transactions.execute(status -> change(token, hash));
    sessions.endAll(changed.player(), EndReason.CREDENTIALS_CHANGED);
    audit.credentialChanged(
        changed.player(),
        changed.first() ? CredentialChange.PASSWORD_SET : CredentialChange.PASSWORD_RESET,
        origin);
  }

  private record Changed(PlayerId player, boolean first) {}

  private Changed change(String token, String hash) {
    PlayerId player =
        tokens
            .use(token, OneTimeTokens.Purpose.RESET_PASSWORD)
            .orElseThrow(() -> ApiProblem.of(TransportCode.TOKEN_REJECTED));
    tokens.forgetLetIns(player);
    boolean first = accounts.find(player).flatMap(Account::passwordHash).isEmpty();
    accounts.changePassword(player, hash, false);
    // the token was mailed, so the address is verified
    accounts.verifyEmail(player);
    return new Changed(player, first);
  }
}
