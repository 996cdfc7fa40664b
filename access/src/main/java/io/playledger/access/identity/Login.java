package io.playledger.access.identity;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.mfa.SecondFactors;
import io.playledger.access.identity.session.Client;
import io.playledger.access.identity.session.Proof;
import io.playledger.api.audit.SignInFault;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.http.ApiProblem;
import io.playledger.web.http.TransportCode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Logs in by e-mail and password. Whether there is no such account or the password is wrong: the
 * answer is the same and takes as long.
 */
final class Login {

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
        proceed(stillWith(found.get()), client, Proof.byPassword(clock.instant()));
    return signIns.onlyIf(() -> stillWith(found.get()), entry);
  }

  /**
   * The account, whose password may have been changed while this login waited for its turn or
   * opened its session. Whoever changes it ends all sessions after that, so looking again once the
   * session is there leaves no gap.
   */
  private Account stillWith(Account proved) {
    return registration
        .find(proved.id())
        .filter(now -> now.passwordHash().equals(proved.passwordHash()))
        .orElseThrow(() -> ApiProblem.of(TransportCode.CREDENTIALS_REJECTED));
  }

  /**
   * Whoever has shown a first factor is let in, or asked for the second; finishes a registration
   * that a crash cut off. SECOND_FACTOR_NEEDED, ACCOUNT_BANNED.
   */
  SignIns.Entry proceed(Account account, Client client, Proof first) {
    if (account.state() == Account.State.REGISTERING) {
      registration.admit(account, client.origin());
    }
    if (secondFactors.isEnrolled(account.id())) {
      throw challenge(account, first);
    }
    return signIns.enter(account, client, first);
  }

  /** The second step; TOKEN_REJECTED, MFA_CODE_REJECTED, ACCOUNT_BANNED. */
  SignIns.Entry finish(String challenge, String code, Client client) {
    return finish(challenge, code, client, OneTimeTokens.Purpose.SECOND_FACTOR)
        .or(() -> finish(challenge, code, client, AFTER_PROVIDER))
        .orElseThrow(() -> ApiProblem.of(TransportCode.TOKEN_REJECTED));
  }

  /** Empty where the challenge is not of this purpose. */
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
