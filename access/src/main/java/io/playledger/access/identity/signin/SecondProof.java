package io.playledger.access.identity.signin;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.mfa.SecondFactors;
import io.playledger.api.audit.CredentialChange;
import io.playledger.api.audit.SignInFault;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.util.Optional;

/** Checks codes of second factors, records wrong ones, and requires recent ones. */
final class SecondProof {

  private final SecondFactors factors;
  private final AuditTrail audit;

  SecondProof(SecondFactors factors, AuditTrail audit) {
    this.factors = factors;
    this.audit = audit;
  }

  /** Checks a code. Throws MFA_CODE_REJECTED, RATE_LIMITED. */
  void show(PlayerId player, String code, RequestOrigin origin) {
    try {
      if (factors.show(player, code) == SecondFactors.Shown.BACKUP_CODE) {
        audit.credentialChanged(player, CredentialChange.BACKUP_CODE_USED, origin);
      }
    } catch (ApiProblem rejected) {
      audit.signInFailed(Optional.of(player), SignInFault.SECOND_FACTOR_REJECTED, origin);
      throw rejected;
    }
  }

  /** Requires a recent second factor for changes of credentials, if the account has one. */
  void requireRecentSecondFactor(SignedIn signedIn) {
    if (signedIn.stepUp() != SignedIn.StepUp.FRESH && factors.isEnrolled(signedIn.player())) {
      throw ApiProblem.of(TransportCode.STEP_UP_REQUIRED);
    }
  }
}
