package io.playledger.server.identity;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.server.http.Answer;
import io.playledger.server.http.ApiProblem;
import io.playledger.server.http.Caller;
import io.playledger.server.http.CallerResolver;
import io.playledger.server.http.Public;
import io.playledger.server.http.RequestFingerprint;
import io.playledger.server.http.RequestOrigin;
import io.playledger.server.http.TransportCode;
import io.playledger.server.limit.RateGroup;
import io.playledger.server.limit.RateLimited;
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
import java.time.Instant;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Registering, logging in, and who one is. */
@RestController
@RequestMapping(AuthController.BASE)
@Tag(name = "Accounts")
class AuthController {

  static final String BASE = "/api/v1/auth";

  /** Passwords: 8 to 128 characters, with an upper-case letter, a lower-case one and a digit. */
  private static final String PASSWORD_SHAPE = "(?s)(?=.*\\p{Lu})(?=.*\\p{Ll})(?=.*\\p{Nd}).*";

  private static final String PASSWORD_RULE =
      "needs an upper-case letter, a lower-case letter and a digit";

  private final Registration registration;
  private final Login login;
  private final PasswordChange passwordChange;
  private final Accounts accounts;
  private final RequestFingerprint fingerprint;

  AuthController(
      Registration registration,
      Login login,
      PasswordChange passwordChange,
      Accounts accounts,
      RequestFingerprint fingerprint) {
    this.registration = registration;
    this.login = login;
    this.passwordChange = passwordChange;
    this.accounts = accounts;
    this.fingerprint = fingerprint;
  }

  /**
   * @param username 3 to 24 of letters, digits, hyphen and underscore; unique without regard to
   *     case
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
      @NotNull @Size(min = 8, max = 128) @Pattern(regexp = PASSWORD_SHAPE, message = PASSWORD_RULE)
          String password) {}

  record RegisteredView(PlayerId playerId, String username, Set<Role> roles) {}

  record LoginRequest(
      @NotBlank @Size(max = 254) String email,
      @NotNull @Size(min = 1, max = 128) String password) {}

  /**
   * @param expiresAt when the token ends; log in again before that
   * @param passwordChangeRequired whether the password is one that the server made
   */
  record SessionView(
      String accessToken,
      String tokenType,
      Instant expiresAt,
      long expiresInSeconds,
      PlayerId playerId,
      String username,
      Set<Role> roles,
      boolean passwordChangeRequired) {}

  record MeView(PlayerId playerId, String username, String email, Set<Role> roles) {}

  record ChangePasswordRequest(
      @NotNull @Size(min = 1, max = 128) String currentPassword,
      @NotNull @Size(min = 8, max = 128) @Pattern(regexp = PASSWORD_SHAPE, message = PASSWORD_RULE)
          String newPassword) {}

  record PasswordChangedView(PlayerId playerId) {}

  @Public
  @PostMapping("/register")
  @RateLimited(RateGroup.AUTH)
  @Operation(
      summary = "Register a player and open the wallet",
      description = "Rejections: EMAIL_TAKEN, USERNAME_TAKEN, IDEMPOTENCY_KEY_REUSED.")
  ResponseEntity<Answer<RegisteredView>> register(
      @Valid @RequestBody RegisterRequest body, RequestOrigin origin, HttpServletRequest request) {
    Registration.Admitted admitted =
        registration.register(
            new Registration.Application(
                body.email(),
                body.username(),
                body.password(),
                false,
                CallerResolver.idempotencyKey(request),
                fingerprint.of(request)),
            origin);
    return admitted
        .sent()
        .created(new RegisteredView(admitted.player(), admitted.username(), Set.of(Role.PLAYER)));
  }

  @Public
  @PostMapping("/login")
  @RateLimited(RateGroup.AUTH)
  @Operation(
      summary = "Log in for an access token",
      description = "Rejections: CREDENTIALS_REJECTED, UNAVAILABLE when too many log in.")
  ResponseEntity<Answer<SessionView>> login(
      @Valid @RequestBody LoginRequest body, RequestOrigin origin) {
    Login.Session session = login.login(body.email(), body.password(), origin);
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .body(
            Answer.of(
                new SessionView(
                    session.issued().token(),
                    "Bearer",
                    session.issued().expiresAt(),
                    session.issued().lifetime().toSeconds(),
                    session.account().id(),
                    session.account().username(),
                    session.roles(),
                    session.account().passwordOneTime())));
  }

  @GetMapping("/me")
  @Operation(summary = "Who I am")
  Answer<MeView> me(Caller caller) {
    Account account =
        accounts
            .find(caller.player())
            .orElseThrow(() -> ApiProblem.of(TransportCode.UNAUTHENTICATED));
    return Answer.of(
        new MeView(
            account.id(), account.username(), registration.emailOf(account), caller.roles()));
  }

  @PostMapping("/change-password")
  @RateLimited(RateGroup.AUTH)
  @Operation(
      summary = "Change my password",
      description = "Needs the current one. Rejections: CREDENTIALS_REJECTED.")
  Answer<PasswordChangedView> changePassword(
      Caller caller, @Valid @RequestBody ChangePasswordRequest body) {
    passwordChange.change(caller.player(), body.currentPassword(), body.newPassword());
    return Answer.of(new PasswordChangedView(caller.player()));
  }
}
