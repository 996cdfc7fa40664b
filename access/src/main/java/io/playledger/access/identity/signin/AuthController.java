package io.playledger.access.identity.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.account.EmailAddresses;
import io.playledger.access.identity.password.PasswordRules;
import io.playledger.access.identity.registration.Registration;
import io.playledger.access.identity.session.Client;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.RegisterPlayer;
import io.playledger.api.identity.Role;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.Public;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.call.Answer;
import io.playledger.web.call.RequestKey;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registration, login, and the own account. */
@RestController
@RequestMapping(AuthController.BASE)
@Tag(name = "Accounts")
public class AuthController {

  public static final String BASE = "/api/v1/auth";

  private final Registration registration;
  private final Login login;
  private final PasswordChange passwordChange;
  private final PasswordRules rules;
  private final SecondProof secondProof;
  private final Accounts accounts;
  private final EmailAddresses emails;

  AuthController(
      Registration registration,
      Login login,
      PasswordChange passwordChange,
      PasswordRules rules,
      SecondProof secondProof,
      Accounts accounts,
      EmailAddresses emails) {
    this.registration = registration;
    this.login = login;
    this.passwordChange = passwordChange;
    this.rules = rules;
    this.secondProof = secondProof;
    this.accounts = accounts;
    this.emails = emails;
  }

  /**
   * @param username 3 to 24 letters, digits, hyphens and underscores; unique regardless of case
   */
  record RegisterRequest(
      @Schema(example = "ann@example.org") @NotBlank @Email @Size(max = 254) String email,
      @Schema(example = "ann")
          @NotNull
          @Size(min = 3, max = 24)
          @Pattern(
              regexp = "[A-Za-z0-9_-]*",
              message = "has only letters, digits, hyphens and underscores")
          String username,
      @NotNull
          @Size(min = PasswordRules.CHARS_MIN, max = PasswordRules.CHARS_MAX)
          @Pattern(regexp = PasswordRules.SHAPE, message = PasswordRules.SHAPE_RULE)
          String password) {}

  record RegisteredView(PlayerId playerId, String username, Set<Role> roles) {}

  /**
   * @param device name of this device; by default its user agent
   * @param refreshTokenIn {@code body} (default) or {@code cookie}
   */
  record LoginRequest(
      @NotBlank @Size(max = 254) String email,
      @NotNull @Size(min = 1, max = 128) String password,
      @Schema(example = "Ann's phone") @PlainText(max = 60) @Nullable String device,
      @Schema(example = "body") SessionAnswers.@Nullable Place refreshTokenIn) {}

  record SecondFactorRequest(
      @Schema(example = "plm_mAn5...") @NotBlank @Size(max = 128) String challenge,
      @Schema(example = "123456") @NotBlank @Size(max = 20) String code,
      @PlainText(max = 60) @Nullable String device,
      @Schema(example = "body") SessionAnswers.@Nullable Place refreshTokenIn) {}

  /**
   * @param email absent if the account has none
   */
  record MeView(
      PlayerId playerId,
      String username,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String email,
      boolean emailVerified,
      Set<Role> roles) {}

  record ChangePasswordRequest(
      @NotNull @Size(min = 1, max = 128) String currentPassword,
      @NotNull
          @Size(min = PasswordRules.CHARS_MIN, max = PasswordRules.CHARS_MAX)
          @Pattern(regexp = PasswordRules.SHAPE, message = PasswordRules.SHAPE_RULE)
          String newPassword) {}

  record PasswordChangedView(PlayerId playerId) {}

  @Public
  @PostMapping("/register")
  @RateLimited(RateGroup.AUTH)
  @Operation(summary = "Register a player")
  @Rejects(
      commands = RegisterPlayer.class,
      codes = {"EMAIL_TAKEN", "USERNAME_TAKEN"},
      never = {"PLAYER_ALREADY_EXISTS", "UNAUTHENTICATED"})
  ResponseEntity<Answer<RegisteredView>> register(
      @Valid @RequestBody RegisterRequest body, RequestOrigin origin, RequestKey key) {
    rules.check("password", body.password());
    Registration.Admitted admitted =
        registration.register(
            new Registration.Application(
                body.email(),
                body.username(),
                body.password(),
                false,
                key.idempotencyKey(),
                key.requestHash()),
            origin);
    return admitted
        .sent()
        .created(new RegisteredView(admitted.player(), admitted.username(), Set.of(Role.PLAYER)));
  }

  @Public
  @PostMapping("/login")
  @RateLimited(RateGroup.AUTH)
  @Operation(
      summary = "Log in",
      description =
          "Returns an access token and a refresh token. If the account has a second"
              + " factor, the reply is SECOND_FACTOR_NEEDED with a challenge. If too many"
              + " clients log in at once, the reply is UNAVAILABLE.")
  @Rejects(
      commands = RegisterPlayer.class,
      codes = {"ACCOUNT_BANNED", "CREDENTIALS_REJECTED", "SECOND_FACTOR_NEEDED"},
      never = {"PLAYER_ALREADY_EXISTS", "UNAUTHENTICATED"})
  ResponseEntity<Answer<SessionAnswers.SessionView>> login(
      @Valid @RequestBody LoginRequest body, HttpServletRequest request) {
    Client client = Client.of(request, Optional.ofNullable(body.device()));
    return SessionAnswers.of(
        login.login(body.email(), body.password(), client),
        Optional.ofNullable(body.refreshTokenIn()).orElse(SessionAnswers.Place.BODY));
  }

  @Public
  @PostMapping("/login/second-factor")
  @RateLimited(RateGroup.AUTH)
  @Operation(
      summary = "Complete a login with a second factor",
      description =
          "Takes the challenge of the login, which is valid for 5 minutes, and a code of"
              + " the authenticator or a backup code.")
  @Rejects(codes = {"ACCOUNT_BANNED", "MFA_CODE_REJECTED", "TOKEN_REJECTED"})
  ResponseEntity<Answer<SessionAnswers.SessionView>> secondFactor(
      @Valid @RequestBody SecondFactorRequest body, HttpServletRequest request) {
    Client client = Client.of(request, Optional.ofNullable(body.device()));
    return SessionAnswers.of(
        login.finish(body.challenge(), body.code(), client),
        Optional.ofNullable(body.refreshTokenIn()).orElse(SessionAnswers.Place.BODY));
  }

  @GetMapping("/me")
  @Operation(summary = "Retrieve my account")
  Answer<MeView> me(Caller caller) {
    Account account =
        accounts
            .find(caller.player())
            .orElseThrow(() -> ApiProblem.of(TransportCode.UNAUTHENTICATED));
    return Answer.of(
        new MeView(
            account.id(),
            account.username(),
            emails.of(account).orElse(null),
            account.emailVerified(),
            caller.roles()));
  }

  @PostMapping("/change-password")
  @RateLimited(RateGroup.AUTH)
  @Operation(
      summary = "Change my password",
      description = "Requires the current password. Ends every other session.")
  @Rejects(codes = {"CREDENTIALS_REJECTED", "STEP_UP_REQUIRED"})
  Answer<PasswordChangedView> changePassword(
      SignedIn signedIn, @Valid @RequestBody ChangePasswordRequest body, RequestOrigin origin) {
    secondProof.requireRecentSecondFactor(signedIn);
    rules.check("newPassword", body.newPassword());
    passwordChange.change(signedIn, body.currentPassword(), body.newPassword(), origin);
    return Answer.of(new PasswordChangedView(signedIn.player()));
  }
}
