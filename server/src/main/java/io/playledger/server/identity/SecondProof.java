package io.playledger.server.identity;

import io.playledger.api.audit.CredentialChange;
import io.playledger.api.audit.SignInFault;
import io.playledger.api.identity.PlayerId;
import io.playledger.server.audit.AuditTrail;
import io.playledger.server.http.ApiProblem;
import io.playledger.server.http.RequestOrigin;
import io.playledger.server.http.SignedIn;
import io.playledger.server.http.TransportCode;
import io.playledger.server.identity.mfa.SecondFactors;
import io.playledger.server.identity.session.Proof;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes codes of second factors, writes down those that are wrong, and asks for them. */
final class SecondProof {

  private static final List<String> METHODS = List.of("pwd", "otp", "mfa");

  private final SecondFactors factors;
  private final AuditTrail audit;
  private final Clock clock;

  SecondProof(SecondFactors factors, AuditTrail audit, Clock clock) {
    this.factors = factors;
    this.audit = audit;
    this.clock = clock;
  }

  /** MFA_CODE_REJECTED, RATE_LIMITED. */
  Proof show(PlayerId player, String code, RequestOrigin origin) {
    try {
      if (factors.show(player, code) == SecondFactors.Shown.BACKUP_CODE) {
        audit.credentialChanged(player, CredentialChange.BACKUP_CODE_USED, origin);
      }
    } catch (ApiProblem rejected) {
      audit.signInFailed(Optional.of(player), SignInFault.SECOND_FACTOR_REJECTED, origin);
      throw rejected;
    }
    Instant now = clock.instant();
    return new Proof(METHODS, now, Optional.of(now));
  }

  /** Credentials of an account with a second factor change only where it was shown of late. */
  void requireOfLate(SignedIn signedIn) {
    if (signedIn.stepUp() != SignedIn.StepUp.FRESH && factors.isEnrolled(signedIn.player())) {
      throw ApiProblem.of(TransportCode.STEP_UP_REQUIRED);
    }
  }
}
