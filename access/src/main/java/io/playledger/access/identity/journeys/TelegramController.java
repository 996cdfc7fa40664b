package io.playledger.access.identity.journeys;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.external.ExternalPerson;
import io.playledger.access.identity.session.Client;
import io.playledger.access.identity.signin.AuthController;
import io.playledger.access.identity.signin.FreshSignIn;
import io.playledger.access.identity.signin.SessionAnswers;
import io.playledger.access.identity.telegram.InitData;
import io.playledger.access.identity.telegram.TelegramSettings;
import io.playledger.api.audit.SignInFault;
import io.playledger.api.identity.RegisterPlayer;
import io.playledger.web.authority.Public;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.call.Answer;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.playledger.web.limit.RateLimiter;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in from a Telegram Mini App, and linking of the Telegram identity to an account. */
@RestController
@RequestMapping(AuthController.BASE)
@RateLimited(RateGroup.AUTH)
@Tag(name = "Accounts")
class TelegramController {

  private final Optional<InitData> initData;
  private final ExternalSignIn signIn;
  private final FreshSignIn freshSignIn;
  private final RateLimiter limits;
  private final AuditTrail audit;

  TelegramController(
      TelegramSettings settings,
      Clock clock,
      ExternalSignIn signIn,
      FreshSignIn freshSignIn,
      RateLimiter limits,
      AuditTrail audit) {
    this.initData =
        settings.enabled()
            ? Optional.of(new InitData(settings.botToken(), settings.initDataAge(), clock))
            : Optional.empty();
    this.signIn = signIn;
    this.freshSignIn = freshSignIn;
    this.limits = limits;
    this.audit = audit;
  }

  /**
   * @param initData {@code Telegram.WebApp.initData}, unchanged
   * @param device name of this device; by default its user agent
   * @param refreshTokenIn {@code body} (default) or {@code cookie}
   */
  record TelegramRequest(
      @Schema(
              example =
                  "user=%7B%22id%22%3A279058397%7D&auth_date=1733509682&signature=TYJx&hash=a433d8")
          @NotBlank
          @Size(max = InitData.CHARS_MAX)
          String initData,
      @Schema(example = "Ann's phone") @PlainText(max = 60) @Nullable String device,
      @Schema(example = "body") SessionAnswers.@Nullable Place refreshTokenIn) {}

  /**
   * @param initData {@code Telegram.WebApp.initData}, unchanged
   */
  record TelegramLinkRequest(
      @Schema(
              example =
                  "user=%7B%22id%22%3A279058397%7D&auth_date=1733509682&signature=TYJx&hash=a433d8")
          @NotBlank
          @Size(max = InitData.CHARS_MAX)
          String initData) {}

  record LinkedView(String provider) {}

  @Public
  @PostMapping("/telegram")
  @Operation(
      summary = "Sign in from a Telegram Mini App",
      description =
          "Takes the init data that Telegram signed for this server's bot at most 24"
              + " hours ago. A new person gets an account. The reply is that of a login."
              + " Without a configured bot, the reply is NOT_FOUND.")
  @Rejects(
      commands = RegisterPlayer.class,
      codes = {
        "ACCOUNT_BANNED",
        "IDENTITY_NOT_LINKED",
        "NOT_FOUND",
        "PROVIDER_REJECTED",
        "SECOND_FACTOR_NEEDED"
      },
      never = {"PLAYER_ALREADY_EXISTS", "UNAUTHENTICATED"})
  ResponseEntity<Answer<SessionAnswers.SessionView>> signIn(
      @Valid @RequestBody TelegramRequest body, HttpServletRequest request) {
    Client client = Client.of(request, Optional.ofNullable(body.device()));
    ExternalPerson person = person(body.initData(), client.origin());
    return SessionAnswers.of(
        signIn.enter(person, client),
        Optional.ofNullable(body.refreshTokenIn()).orElse(SessionAnswers.Place.BODY));
  }

  @PostMapping("/identities/telegram")
  @Operation(
      summary = "Link my account to Telegram",
      description =
          "Takes the init data that Telegram signed for a Mini App. Without a configured"
              + " bot, the reply is NOT_FOUND.")
  @Rejects(
      codes = {
        "EMAIL_NOT_VERIFIED",
        "IDENTITY_TAKEN",
        "NOT_FOUND",
        "PROVIDER_LINKED_ALREADY",
        "PROVIDER_REJECTED",
        "STEP_UP_REQUIRED"
      })
  Answer<LinkedView> link(
      SignedIn signedIn, @Valid @RequestBody TelegramLinkRequest body, RequestOrigin origin) {
    freshSignIn.require(signedIn);
    signIn.link(signedIn.player(), person(body.initData(), origin), origin);
    return Answer.of(new LinkedView(InitData.PROVIDER));
  }

  /**
   * Rates also count per person, because one {@code initData} is valid for a day and can be sent by
   * many clients.
   */
  private ExternalPerson person(String text, RequestOrigin origin) {
    InitData verifier =
        initData.orElseThrow(
            () ->
                ApiProblem.of(
                    TransportCode.NOT_FOUND, "Sign-in through Telegram is not configured here."));
    Optional<ExternalPerson> person = verifier.verify(text);
    if (person.isEmpty()) {
      audit.signInFailed(Optional.empty(), SignInFault.PROVIDER_REJECTED, origin);
      throw ApiProblem.of(TransportCode.PROVIDER_REJECTED);
    }
    limits.spendOn(RateGroup.AUTH, InitData.PROVIDER + "/" + person.get().subject());
    return person.get();
  }
}
