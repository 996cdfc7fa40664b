package io.playledger.access.identity;

import io.playledger.api.identity.PlayerId;
import io.playledger.web.http.Answer;
import io.playledger.web.http.Public;
import io.playledger.web.http.RequestOrigin;
import io.playledger.web.http.SignedIn;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
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

/** What goes by mail: proving an address, and a password without the old one. */
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
   * @param asked always true: whether there is such an account is told by mail alone
   */
  record AskedView(boolean asked) {}

  record EmailVerifiedView(PlayerId playerId) {}

  record PasswordResetView(boolean reset) {}

  @Public
  @PostMapping("/verify-email")
  @Operation(
      summary = "Prove that an e-mail address is mine",
      description =
          "With the token of the mail, good once and for 24 hours. Rejections:"
              + " TOKEN_REJECTED.")
  Answer<EmailVerifiedView> verify(@Valid @RequestBody TokenRequest body, RequestOrigin origin) {
    return Answer.of(new EmailVerifiedView(verification.verify(body.token(), origin)));
  }

  @Public
  @PostMapping("/resend-verification")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Ask for the mail that proves my address once more",
      description = "The answer is the same whether there is such an account.")
  Answer<AskedView> resend(@Valid @RequestBody EmailRequest body) {
    verification.ask(body.email());
    return Answer.of(new AskedView(true));
  }

  @Public
  @PostMapping("/forgot-password")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Ask for a mail to set a new password",
      description = "The answer is the same whether there is such an account.")
  Answer<AskedView> forgot(@Valid @RequestBody EmailRequest body) {
    reset.ask(body.email());
    return Answer.of(new AskedView(true));
  }

  @Public
  @PostMapping("/reset-password")
  @Operation(
      summary = "Set a new password with the token of the mail",
      description =
          "The token is good once and for an hour; every session ends. Rejections: TOKEN_REJECTED.")
  Answer<PasswordResetView> reset(@Valid @RequestBody ResetRequest body, RequestOrigin origin) {
    reset.reset(body.token(), body.newPassword(), origin);
    return Answer.of(new PasswordResetView(true));
  }

  @PostMapping("/set-password")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Ask for a mail to set my first password",
      description =
          "For an account that came in another way and has a verified address; the token of the"
              + " mail goes to reset-password. Rejections: PASSWORD_SET_ALREADY,"
              + " EMAIL_NOT_VERIFIED.")
  Answer<AskedView> setFirst(SignedIn signedIn) {
    reset.askToSetFirst(signedIn.player());
    return Answer.of(new AskedView(true));
  }
}
