package io.playledger.access.identity.mailed;

import io.playledger.access.identity.password.PasswordRules;
import io.playledger.access.identity.signin.AuthController;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.Public;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.call.Answer;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Flows with mailed links: e-mail verification and password reset. */
@RestController
@RequestMapping(AuthController.BASE)
@RateLimited(RateGroup.AUTH)
@Tag(name = "Accounts")
class MailedLinksController {

  private final EmailVerification verification;
  private final PasswordReset reset;

  MailedLinksController(EmailVerification verification, PasswordReset reset) {
    this.verification = verification;
    this.reset = reset;
  }

  record EmailRequest(
      @Schema(example = "ann@example.org") @NotBlank @Size(max = 254) String email) {}

  record TokenRequest(@Schema(example = "plv_mAn5...") @NotBlank @Size(max = 128) String token) {}

  record ResetRequest(
      @Schema(example = "plp_mAn5...") @NotBlank @Size(max = 128) String token,
      @NotNull
          @Size(min = PasswordRules.CHARS_MIN, max = PasswordRules.CHARS_MAX)
          @Pattern(regexp = PasswordRules.SHAPE, message = PasswordRules.SHAPE_RULE)
          String newPassword) {}

  /**
   * @param asked always true, so that the reply does not reveal whether such an account exists
   */
  record AskedView(boolean asked) {}

  record EmailVerifiedView(PlayerId playerId) {}

  record PasswordResetView(boolean reset) {}

  @Public
  @PostMapping("/verify-email")
  @Operation(
      summary = "Verify my e-mail address",
      description = "Takes the token of the mail, which is valid once and for 24 hours.")
  @Rejects(codes = "TOKEN_REJECTED")
  Answer<EmailVerifiedView> verify(@Valid @RequestBody TokenRequest body, RequestOrigin origin) {
    return Answer.of(new EmailVerifiedView(verification.verify(body.token(), origin)));
  }

  @Public
  @PostMapping("/resend-verification")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Resend the verification mail",
      description = "The reply is the same whether or not such an account exists.")
  Answer<AskedView> resend(@Valid @RequestBody EmailRequest body) {
    verification.ask(body.email());
    return Answer.of(new AskedView(true));
  }

  @Public
  @PostMapping("/forgot-password")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Request a password reset",
      description = "The reply is the same whether or not such an account exists.")
  Answer<AskedView> forgot(@Valid @RequestBody EmailRequest body) {
    reset.ask(body.email());
    return Answer.of(new AskedView(true));
  }

  @Public
  @PostMapping("/reset-password")
  @Operation(
      summary = "Reset my password",
      description =
          "Takes the token of the mail, which is valid once and for one hour. Ends every"
              + " session.")
  @Rejects(codes = "TOKEN_REJECTED")
  Answer<PasswordResetView> reset(@Valid @RequestBody ResetRequest body, RequestOrigin origin) {
    reset.reset(body.token(), body.newPassword(), origin);
    return Answer.of(new PasswordResetView(true));
  }

  @PostMapping("/set-password")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Request a mail to set my first password",
      description =
          "For an account without a password that has a verified e-mail address. Send the"
              + " token of the mail to reset-password.")
  @Rejects(codes = {"EMAIL_NOT_VERIFIED", "PASSWORD_SET_ALREADY"})
  Answer<AskedView> setFirst(SignedIn signedIn) {
    reset.requestFirstPassword(signedIn.player());
    return Answer.of(new AskedView(true));
  }
}
