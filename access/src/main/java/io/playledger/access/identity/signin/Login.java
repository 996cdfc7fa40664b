package io.playledger.access.identity.signin;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.mfa.SecondFactors;
import io.playledger.access.identity.password.Passwords;
import io.playledger.access.identity.registration.Registration;
import io.playledger.access.identity.session.Client;
import io.playledger.access.identity.session.Proof;
import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.api.audit.SignInFault;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Logs in by e-mail address and password. The reply and its time are the same for an unknown
 * account and for a wrong password.
 */
public final class Login {

  private static final OneTimeTokens.Purpose AFTER_PROVIDER =
      OneTimeTokens.Purpose.SECOND_FACTOR_AFTER_PROVIDER;

  private final Registration registration;
  private final GuessBrake brake;
  private final Passwords passwords;
  private final SignIns signIns;
  private final SecondFactors secondFactors;
  private final SecondProof secondProof;
  private final OneTimeTokens tokens;
  private final AuditTrail audit;
  private final Clock clock;

  Login(
      Registration registration,
      GuessBrake brake,
      Passwords passwords,
      SignIns signIns,
      SecondFactors secondFactors,
      SecondProof secondProof,
      OneTimeTokens tokens,
      AuditTrail audit,
      Clock clock) {
    this.registration = registration;
    this.brake = brake;
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
    brake.admit(email, found, client);
    boolean right = passwords.matches(password, found.flatMap(Account::passwordHash));
    if (!right || found.isEmpty()) {
      audit.signInFailed(found.map(Account::id), SignInFault.CREDENTIALS_REJECTED, client.origin());
      throw ApiProblem.of(TransportCode.CREDENTIALS_REJECTED);
    }
    SignIns.Entry entry =
        proceed(requireSamePassword(found.get()), client, Proof.byPassword(clock.instant()));
    return signIns.onlyIf(() -> requireSamePassword(found.get()), entry);
  }

  /**
   * Checks that the password was not changed while this login waited or opened its session. A
   * password change ends all sessions afterwards, so a check after the session exists leaves no
   * gap.
   */
  private Account requireSamePassword(Account proved) {
    return registration
        .find(proved.id())
        .filter(now -> now.passwordHash().equals(proved.passwordHash()))
        .orElseThrow(() -> ApiProblem.of(TransportCode.CREDENTIALS_REJECTED));
  }

  /**
   * Signs in after the first factor, or asks for the second one. Completes a registration that a
   * crash interrupted. Throws SECOND_FACTOR_NEEDED, ACCOUNT_BANNED.
   */
  public SignIns.Entry proceed(Account account, Client client, Proof first) {
    if (account.state() == Account.State.REGISTERING) {
      registration.admit(account, client.origin());
    }
    if (secondFactors.isEnrolled(account.id())) {
      throw challenge(account, first);
    }
    return signIns.enter(account, client, first);
  }

  /** The second step of a login. Throws TOKEN_REJECTED, MFA_CODE_REJECTED, ACCOUNT_BANNED. */
  SignIns.Entry finish(String challenge, String code, Client client) {
    return finish(challenge, code, client, OneTimeTokens.Purpose.SECOND_FACTOR)
        .or(() -> finish(challenge, code, client, AFTER_PROVIDER))
        .orElseThrow(() -> ApiProblem.of(TransportCode.TOKEN_REJECTED));
  }

  /** The login of the challenge; empty if the challenge has another purpose. */
  private Optional<SignIns.Entry> finish(
      String challenge, String code, Client client, OneTimeTokens.Purpose purpose) {
    Optional<PlayerId> player = tokens.peek(challenge, purpose);
    if (player.isEmpty()) {
      return Optional.empty();
    }
    secondProof.show(player.get(), code, client.origin());
    Instant now = clock.instant();
    Proof first = purpose == AFTER_PROVIDER ? Proof.byProvider(now) : Proof.byPassword(now);
    return tokens
        .use(challenge, purpose)
        .flatMap(registration::find)
        .map(account -> signIns.enter(account, client, first.withSecondFactor(now)));
  }

  private ApiProblem challenge(Account account, Proof first) {
    OneTimeTokens.Purpose purpose =
        first.isByProvider() ? AFTER_PROVIDER : OneTimeTokens.Purpose.SECOND_FACTOR;
    return ApiProblem.of(
        TransportCode.SECOND_FACTOR_NEEDED,
        Map.of(
            "challenge",
            tokens.issue(account.id(), purpose).text(),
            "expiresInSeconds",
            Long.toString(purpose.age().toSeconds())));
  }
}
