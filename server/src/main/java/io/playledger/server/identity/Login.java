package io.playledger.server.identity;

import io.playledger.api.audit.SignInFault;
import io.playledger.server.audit.AuditTrail;
import io.playledger.server.http.ApiProblem;
import io.playledger.server.http.TransportCode;
import io.playledger.server.identity.session.Client;
import io.playledger.server.identity.session.Proof;
import java.time.Clock;
import java.util.Optional;

/**
 * Logs in by e-mail and password. Whether there is no such account or the password is wrong: the
 * answer is the same and takes as long.
 */
final class Login {

  private final Registration registration;
  private final Passwords passwords;
  private final SignIns signIns;
  private final AuditTrail audit;
  private final Clock clock;

  Login(
      Registration registration,
      Passwords passwords,
      SignIns signIns,
      AuditTrail audit,
      Clock clock) {
    this.registration = registration;
    this.passwords = passwords;
    this.signIns = signIns;
    this.audit = audit;
    this.clock = clock;
  }

  SignIns.Entry login(String email, String password, Client client) {
    Optional<Account> found = registration.find(email);
    boolean right = passwords.matches(password, found.flatMap(Account::passwordHash));
    if (!right || found.isEmpty()) {
      audit.signInFailed(found.map(Account::id), SignInFault.CREDENTIALS_REJECTED, client.origin());
      throw ApiProblem.of(TransportCode.CREDENTIALS_REJECTED);
    }
    Account account = found.get();
    if (account.state() == Account.State.REGISTERING) {
      registration.admit(account, client.origin());
    }
    return signIns.enter(account, client, Proof.byPassword(clock.instant()));
  }
}
