package io.playledger.server.identity;

import io.playledger.api.audit.SignInFault;
import io.playledger.api.identity.PlayerId;
import io.playledger.server.audit.AuditTrail;
import io.playledger.server.http.ApiProblem;
import io.playledger.server.http.TransportCode;
import io.playledger.server.identity.mfa.SecondFactors;
import io.playledger.server.identity.session.Client;
import io.playledger.server.identity.session.Proof;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Logs in by e-mail and password. Whether there is no such account or the password is wrong: the
 * answer is the same and takes as long.
 */
final class Login {

  private final Registration registration;
  private final Passwords passwords;
  private final SignIns signIns;
  private final SecondFactors secondFactors;
  private final SecondProof secondProof;
  private final OneTimeTokens tokens;
  private final AuditTrail audit;
  private final Clock clock;

  Login(
      Registration registration,
      Passwords passwords,
      SignIns signIns,
      SecondFactors secondFactors,
      SecondProof secondProof,
      OneTimeTokens tokens,
      AuditTrail audit,
      Clock clock) {
    this.registration = registration;
    this.passwords = passwords;
    this.signIns = signIns;
    this.secondFactors = secondFactors;
    this.secondProof = secondProof;
    this.tokens = tokens;
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
    if (secondFactors.isEnrolled(account.id())) {
      throw challenge(account);
    }
    return signIns.enter(account, client, Proof.byPassword(clock.instant()));
  }

  /** The second step; TOKEN_REJECTED, MFA_CODE_REJECTED, ACCOUNT_BANNED. */
  SignIns.Entry finish(String challenge, String code, Client client) {
    PlayerId player =
        tokens
            .peek(challenge, OneTimeTokens.Purpose.SECOND_FACTOR)
            .orElseThrow(() -> ApiProblem.of(TransportCode.TOKEN_REJECTED));
    Proof proof = secondProof.show(player, code, client.origin());
    Account account =
        tokens
            .use(challenge, OneTimeTokens.Purpose.SECOND_FACTOR)
            .flatMap(registration::find)
            .orElseThrow(() -> ApiProblem.of(TransportCode.TOKEN_REJECTED));
    return signIns.enter(account, client, proof);
  }

  private ApiProblem challenge(Account account) {
    return ApiProblem.of(
        TransportCode.SECOND_FACTOR_NEEDED,
        Map.of(
            "challenge",
            tokens.issue(account.id(), OneTimeTokens.Purpose.SECOND_FACTOR).text(),
            "expiresInSeconds",
            Long.toString(OneTimeTokens.Purpose.SECOND_FACTOR.age().toSeconds())));
  }
}
