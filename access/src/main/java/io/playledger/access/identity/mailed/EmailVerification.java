package io.playledger.access.identity.mailed;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.account.EmailAddresses;
import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.access.mail.MailKind;
import io.playledger.access.mail.MailOutbox;
import io.playledger.api.audit.CredentialChange;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies e-mail addresses. */
final class EmailVerification {

  private final Accounts accounts;
  private final EmailAddresses emails;
  private final OneTimeTokens tokens;
  private final MailOutbox outbox;
  private final TransactionTemplate transactions;
  private final AuditTrail audit;

  EmailVerification(
      Accounts accounts,
      EmailAddresses emails,
      OneTimeTokens tokens,
      MailOutbox outbox,
      TransactionTemplate transactions,
      AuditTrail audit) {
    this.accounts = accounts;
    this.emails = emails;
    this.tokens = tokens;
    this.outbox = outbox;
    this.transactions = transactions;
    this.audit = audit;
  }

  /** Requests a mail, whether or not there is such an account. */
  void ask(String email) {
    outbox.ask(MailKind.VERIFY_EMAIL, emails.hash(email));
  }

  /** Verifies the address with a token; throws TOKEN_REJECTED. */
  PlayerId verify(String token, RequestOrigin origin) {
    PlayerId player =
        transactions.execute(
            status -> {
              PlayerId found =
                  tokens
                      .use(token, OneTimeTokens.Purpose.VERIFY_EMAIL)
                      .orElseThrow(() -> ApiProblem.of(TransportCode.TOKEN_REJECTED));
              tokens.forget(found, OneTimeTokens.Purpose.VERIFY_EMAIL);
              accounts.verifyEmail(found);
              return found;
            });
    audit.credentialChanged(player, CredentialChange.EMAIL_VERIFIED, origin);
    return player;
  }
}
