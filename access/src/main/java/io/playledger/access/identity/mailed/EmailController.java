package io.playledger.access.identity.mailed;

import io.playledger.access.identity.signin.AuthController;
import io.playledger.access.identity.signin.FreshSignIn;
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
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The e-mail address of an account. */
@RestController
@RequestMapping(AuthController.BASE + "/email")
@RateLimited(RateGroup.AUTH)
@Tag(name = "Accounts")
class EmailController {

  private final EmailChange change;
  private final FreshSignIn freshSignIn;

  EmailController(EmailChange change, FreshSignIn freshSignIn) {
    this.change = change;
    this.freshSignIn = freshSignIn;
  }

  record WantedRequest(
      @Schema(example = "ann@example.org") @NotBlank @Email @Size(max = 254) String email) {}

  record ProofRequest(@Schema(example = "plc_mAn5...") @NotBlank @Size(max = 128) String token) {}

  /**
   * @param asked always true, so that the reply does not reveal whether another account has the
   *     address
   */
  record AskedView(boolean asked) {}

  record ChangedView(boolean changed) {}

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Add or change my e-mail address",
      description =
          "Sends a token to the new address; nothing changes until that token is"
              + " confirmed. Requires a recent second factor or, without one, a recent sign-in.")
  @Rejects(codes = "STEP_UP_REQUIRED")
  Answer<AskedView> ask(SignedIn signedIn, @Valid @RequestBody WantedRequest body) {
    freshSignIn.require(signedIn);
    change.ask(signedIn.player(), body.email());
    return Answer.of(new AskedView(true));
  }

  @PostMapping("/confirm")
  @Operation(
      summary = "Confirm my new e-mail address",
      description =
          "Takes the token of the newest mail, which is valid once and for 24 hours, in a"
              + " session of the account that requested it. Ends every other session."
              + " Afterwards the account can set its first password with set-password.")
  @Rejects(codes = {"EMAIL_TAKEN", "TOKEN_REJECTED"})
  Answer<ChangedView> confirm(
      SignedIn signedIn, @Valid @RequestBody ProofRequest body, RequestOrigin origin) {
    change.confirm(signedIn, body.token(), origin);
    return Answer.of(new ChangedView(true));
  }
}
