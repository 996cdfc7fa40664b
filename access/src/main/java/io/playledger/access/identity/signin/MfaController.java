package io.playledger.access.identity.signin;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.mfa.SecondFactors;
import io.playledger.access.identity.password.Passwords;
import io.playledger.access.identity.session.EndReason;
import io.playledger.access.identity.session.Sessions;
import io.playledger.api.audit.CredentialChange;
import io.playledger.api.audit.SignInFault;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.call.Answer;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A player's second factor. */
@RestController
@RequestMapping(AuthController.BASE + "/mfa")
@RateLimited(RateGroup.AUTH)
@Tag(name = "Accounts")
class MfaController {

  private final SecondFactors factors;
  private final SecondProof proofs;
  private final FreshSignIn freshSignIn;
  private final Accounts accounts;
  private final Passwords passwords;
  private final Sessions sessions;
  private final AuditTrail audit;

  MfaController(
      SecondFactors factors,
      SecondProof proofs,
      FreshSignIn freshSignIn,
      Accounts accounts,
      Passwords passwords,
      Sessions sessions,
      AuditTrail audit) {
    this.factors = factors;
    this.proofs = proofs;
    this.freshSignIn = freshSignIn;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
  }

  record MfaView(boolean enrolled, int backupCodesLeft) {}

  /**
   * @param password absent if the account has none
   */
  record EnrolRequest(@Size(max = 128) @Nullable String password) {}

  /**
   * @param secret base32, for typing
   * @param uri for authenticators
   * @param qrCode the URI as a PNG in a data URI
   */
  record EnrolmentView(String secret, String uri, String qrCode) {}

  record CodeRequest(@Schema(example = "123456") @NotBlank @Size(max = 20) String code) {}

  /**
   * @param backupCodes shown only once
   */
  record BackupCodesView(List<String> backupCodes) {}

  @GetMapping
  @Operation(summary = "Retrieve the state of my second factor")
  Answer<MfaView> mfa(SignedIn signedIn) {
    return Answer.of(
        new MfaView(
            factors.isEnrolled(signedIn.player()), factors.backupCodesLeft(signedIn.player())));
  }

  @PostMapping("/enrol")
  @Operation(
      summary = "Enrol a second factor",
      description =
          "Requires the password or, for an account without one, a recent sign-in. Scan"
              + " the QR code and confirm with a first code; nothing changes until then.")
  @Rejects(codes = {"CREDENTIALS_REJECTED", "MFA_ENROLLED_ALREADY", "STEP_UP_REQUIRED"})
  ResponseEntity<Answer<EnrolmentView>> enrol(
      SignedIn signedIn, @Valid @RequestBody EnrolRequest body, RequestOrigin origin) {
    Account account =
        accounts
            .find(signedIn.player())
            .orElseThrow(() -> ApiProblem.of(TransportCode.UNAUTHENTICATED));
    requireOwner(signedIn, account, body.password(), origin);
    SecondFactors.Enrolment enrolment = factors.enrol(account.id(), account.username());
    return unstored(new EnrolmentView(enrolment.secret(), enrolment.uri(), enrolment.qrCode()));
  }

  private void requireOwner(
      SignedIn signedIn, Account account, @Nullable String password, RequestOrigin origin) {
    if (account.passwordHash().isEmpty()) {
      freshSignIn.require(signedIn);
    } else if (password == null) {
      throw ApiProblem.invalid("password", "is missing");
    } else if (!passwords.matches(password, account.passwordHash())) {
      audit.signInFailed(Optional.of(account.id()), SignInFault.CREDENTIALS_REJECTED, origin);
      throw ApiProblem.of(TransportCode.CREDENTIALS_REJECTED);
    }
  }

  @PostMapping("/confirm")
  @Operation(
      summary = "Confirm a second factor",
      description =
          "Takes a first code of the authenticator. Later logins require the second"
              + " factor, and every other session ends. The reply contains backup codes, which"
              + " are shown only once.")
  @Rejects(codes = "MFA_CODE_REJECTED")
  ResponseEntity<Answer<BackupCodesView>> confirm(
      SignedIn signedIn, @Valid @RequestBody CodeRequest body, RequestOrigin origin) {
    PlayerId player = signedIn.player();
    List<String> codes = factors.confirm(player, body.code());
    sessions.endAllBut(player, signedIn.session(), EndReason.CREDENTIALS_CHANGED);
    signedIn.session().ifPresent(sessions::secondFactorShown);
    audit.credentialChanged(player, CredentialChange.SECOND_FACTOR_ENROLLED, origin);
    return unstored(new BackupCodesView(codes));
  }

  @PostMapping("/step-up")
  @Operation(
      summary = "Step up my session with the second factor",
      description =
          "Actions of staff and changes of credentials require a second factor that was"
              + " shown recently.")
  @Rejects(codes = {"MFA_CODE_REJECTED", "MFA_NOT_ENROLLED"})
  Answer<MfaView> stepUp(
      SignedIn signedIn, @Valid @RequestBody CodeRequest body, RequestOrigin origin) {
    show(signedIn, body, origin);
    signedIn.session().ifPresent(sessions::secondFactorShown);
    return mfa(signedIn);
  }

  @PostMapping("/backup-codes")
  @Operation(
      summary = "Replace my backup codes",
      description = "The former backup codes are no longer accepted.")
  @Rejects(codes = {"MFA_CODE_REJECTED", "MFA_NOT_ENROLLED"})
  ResponseEntity<Answer<BackupCodesView>> backupCodes(
      SignedIn signedIn, @Valid @RequestBody CodeRequest body, RequestOrigin origin) {
    show(signedIn, body, origin);
    List<String> codes = factors.renewBackupCodes(signedIn.player());
    audit.credentialChanged(signedIn.player(), CredentialChange.BACKUP_CODES_MADE, origin);
    return unstored(new BackupCodesView(codes));
  }

  @PostMapping("/disable")
  @Operation(
      summary = "Disable my second factor",
      description = "Requires a code. Ends every session; roles of staff no longer take effect.")
  @Rejects(codes = {"MFA_CODE_REJECTED", "MFA_NOT_ENROLLED"})
  Answer<MfaView> disable(
      SignedIn signedIn, @Valid @RequestBody CodeRequest body, RequestOrigin origin) {
    show(signedIn, body, origin);
    factors.remove(signedIn.player());
    sessions.endAll(signedIn.player(), EndReason.CREDENTIALS_CHANGED);
    audit.credentialChanged(signedIn.player(), CredentialChange.SECOND_FACTOR_REMOVED, origin);
    return mfa(signedIn);
  }

  private void show(SignedIn signedIn, CodeRequest body, RequestOrigin origin) {
    if (!factors.isEnrolled(signedIn.player())) {
      throw ApiProblem.of(TransportCode.MFA_NOT_ENROLLED);
    }
    proofs.show(signedIn.player(), body.code(), origin);
  }

  private static <T> ResponseEntity<Answer<T>> unstored(T secret) {
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(Answer.of(secret));
  }
}
