package io.playledger.access.identity.signin;

import io.playledger.access.identity.mfa.MfaSettings;
import io.playledger.access.identity.session.Sessions;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Requires a recent second factor or, without one, a recent sign-in, for operations that cannot be
 * undone or that return all data. A stolen access token is not enough for them.
 */
public final class FreshSignIn {

  private final SecondProof secondProof;
  private final Sessions sessions;
  private final Duration age;
  private final Clock clock;

  FreshSignIn(SecondProof secondProof, Sessions sessions, MfaSettings settings, Clock clock) {
    this.secondProof = secondProof;
    this.sessions = sessions;
    this.age = settings.stepUpAge();
    this.clock = clock;
  }

  /** STEP_UP_REQUIRED. */
  public void require(SignedIn signedIn) {
    if (signedIn.stepUp() == SignedIn.StepUp.FRESH) {
      return;
    }
    secondProof.requireRecentSecondFactor(signedIn);
    Instant since = clock.instant().minus(age);
    signedIn
        .session()
        .flatMap(session -> sessions.signedInAt(signedIn.player(), session))
        .filter(since::isBefore)
        .orElseThrow(
            () ->
                ApiProblem.of(
                    TransportCode.STEP_UP_REQUIRED,
                    "This request requires a recent sign-in; log in again and repeat it within %d minutes."
                        .formatted(age.toMinutes())));
  }
}
