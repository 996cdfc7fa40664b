package io.playledger.access.identity.signin;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.password.Passwords;
import io.playledger.access.identity.session.EndReason;
import io.playledger.access.identity.session.Sessions;
import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.api.audit.CredentialChange;
import io.playledger.api.audit.SignInFault;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.util.Optional;

/** Changes a password, which requires the current one, and ends every other session. */
final class PasswordChange {

  private final Accounts accounts;
  private final Passwords passwords;
  private final OneTimeTokens tokens;
  private final Sessions sessions;
  private final AuditTrail audit;

  PasswordChange(
      Accounts accounts,
      Passwords passwords,
      OneTimeTokens tokens,
      Sessions sessions,
      AuditTrail audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.tokens = tokens;
    this.sessions = sessions;
    this.audit = audit;
  }

  void change(SignedIn signedIn, String current, String wanted, RequestOrigin origin) {
    Account account =
        accounts
            .find(signedIn.player())
            .orElseThrow(() -> ApiProblem.of(TransportCode.UNAUTHENTICATED));
    if (!passwords.matches(current, account.passwordHash())) {
      audit.signInFailed(Optional.of(account.id()), SignInFault.CREDENTIALS_REJECTED, origin);
      throw ApiProblem.of(TransportCode.CREDENTIALS_REJECTED);
    }
    // a password that was reset meanwhile is not overwritten
    if (!accounts.replacePassword(account, passwords.hash(wanted))) {
      throw ApiProblem.of(TransportCode.CREDENTIALS_REJECTED);
    }
    tokens.forgetLetIns(account.id());
    sessions.endAllBut(account.id(), signedIn.session(), EndReason.CREDENTIALS_CHANGED);
    audit.credentialChanged(account.id(), CredentialChange.PASSWORD_CHANGED, origin);
  }
}
