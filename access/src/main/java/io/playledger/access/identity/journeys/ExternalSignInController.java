package io.playledger.access.identity.journeys;

import io.playledger.access.identity.external.ExternalPerson;
import io.playledger.access.identity.external.SignInSteps;
import io.playledger.access.identity.session.Client;
import io.playledger.access.identity.session.SecretToken;
import io.playledger.access.identity.signin.AuthController;
import io.playledger.access.identity.signin.BrowserCookie;
import io.playledger.access.identity.signin.SessionAnswers;
import io.playledger.api.identity.RegisterPlayer;
import io.playledger.web.authority.Public;
import io.playledger.web.call.Answer;
import io.playledger.web.http.AnyParameters;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in through other sites. */
@RestController
@RequestMapping(AuthController.BASE)
@RateLimited(RateGroup.AUTH)
@Tag(name = "Accounts")
class ExternalSignInController {

  /** The providers are listed so that other paths stay free. */
  private static final String PROVIDER = "/{provider:discord|epic|google|steam}";

  private static final int PARAMETERS_MAX = 40;

  private final ExternalJourneys journeys;
  private final ExternalSignIn signIn;

  ExternalSignInController(ExternalJourneys journeys, ExternalSignIn signIn) {
    this.journeys = journeys;
    this.signIn = signIn;
  }

  /**
   * @param code for {@code /auth/oauth/exchange}, or for {@code /auth/identities} to link
   */
  record CodeView(String code, long expiresInSeconds) {}

  /**
   * @param verifier the verifier of the challenge; required if a challenge was sent
   */
  record ExchangeRequest(
      @Schema(example = "plo_mAn5...") @NotBlank @Size(max = 128) String code,
      @Schema(example = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
          @Size(min = 43, max = 128)
          @Pattern(regexp = "[A-Za-z0-9._~-]*", message = "has only unreserved characters")
          @Nullable String verifier,
      @Schema(example = "Ann's phone") @PlainText(max = 60) @Nullable String device,
      @Schema(example = "body") SessionAnswers.@Nullable Place refreshTokenIn) {}

  @Public
  @GetMapping(PROVIDER)
  @Operation(
      summary = "Start a sign-in through another site",
      description =
          "Redirects a browser to discord, google, epic or steam, if configured. A front"
              + " end sends a challenge, the SHA-256 of its verifier in base64url (RFC 7636),"
              + " and receives a code for it afterwards. With a ticket of"
              + " /auth/identities/{provider}, the sign-in links the site to that account.")
  @Rejects(codes = {"JOURNEY_REJECTED", "NOT_FOUND"})
  @ApiResponse(
      responseCode = "302",
      description = "Redirect to the other site, with a cookie for 10 minutes")
  ResponseEntity<Void> begin(
      @Parameter(example = "google") @PathVariable String provider,
      @RequestParam(required = false) @Size(max = 500) @Nullable String frontEnd,
      @RequestParam(required = false)
          @Pattern(
              regexp = "[A-Za-z0-9_-]{43}",
              message = "is not a SHA-256 in base64url without padding")
          @Nullable String challenge,
      @RequestParam(required = false) @Size(max = 128) @Nullable String ticket,
      HttpServletRequest request) {
    SecretToken browser = BrowserCookie.ofOrNew(request);
    URI goTo =
        ticket == null
            ? journeys.begin(
                provider,
                Optional.ofNullable(frontEnd),
                Optional.ofNullable(challenge),
                browser,
                request)
            : journeys.beginLinking(provider, ticket, browser, request);
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(goTo)
        .header("Set-Cookie", BrowserCookie.header(browser))
        .header("Cache-Control", "no-store")
        .build();
  }

  @Public
  @AnyParameters
  @GetMapping(PROVIDER + "/callback")
  @Operation(
      summary = "Complete a sign-in through another site",
      description =
          "The site redirects the browser here. The reply redirects it to the front end"
              + " with a code that is valid for one minute, or with `error`, the code of a"
              + " rejection. Without a configured front end, the reply contains the code.")
  @Rejects(codes = {"JOURNEY_REJECTED", "NOT_FOUND", "PROVIDER_DENIED", "PROVIDER_REJECTED"})
  @ApiResponse(responseCode = "302", description = "Redirect to the front end")
  @ApiResponse(responseCode = "200", description = "The code, if no front end is configured")
  ResponseEntity<Answer<CodeView>> callback(
      @Parameter(example = "google") @PathVariable String provider, HttpServletRequest request) {
    ExternalJourneys.Return back =
        journeys.arrive(provider, parameters(request), BrowserCookie.of(request));
    if (back.frontEnd().isPresent()) {
      URI frontEnd = back.frontEnd().get();
      return ResponseEntity.status(HttpStatus.FOUND)
          .location(
              back.code()
                  .map(code -> FrontEnds.with(frontEnd, "code", code.text()))
                  .orElseGet(
                      () ->
                          FrontEnds.with(
                              frontEnd, "error", back.problem().orElseThrow().code().name())))
          .header("Cache-Control", "no-store")
          .build();
    }
    SecretToken code = back.code().orElseThrow(() -> back.problem().orElseThrow());
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .body(Answer.of(new CodeView(code.text(), SignInSteps.Kind.CODE.age().toSeconds())));
  }

  @Public
  @PostMapping("/oauth/exchange")
  @Operation(
      summary = "Exchange a sign-in code for tokens",
      description =
          "Returns an access token and a refresh token. The code is valid once and for"
              + " one minute. A new person gets an account with a username derived from the"
              + " site's; a verified e-mail address leads to the account that has verified the"
              + " same address.")
  @Rejects(
      commands = RegisterPlayer.class,
      codes = {
        "ACCOUNT_BANNED",
        "IDENTITY_NOT_LINKED",
        "SECOND_FACTOR_NEEDED",
        "TOKEN_REJECTED",
        "UNAUTHENTICATED"
      },
      never = "PLAYER_ALREADY_EXISTS")
  ResponseEntity<Answer<SessionAnswers.SessionView>> exchange(
      @Valid @RequestBody ExchangeRequest body, HttpServletRequest request) {
    Client client = Client.of(request, Optional.ofNullable(body.device()));
    ExternalPerson person = journeys.redeem(body.code(), Optional.ofNullable(body.verifier()));
    return SessionAnswers.of(
        signIn.enter(person, client),
        Optional.ofNullable(body.refreshTokenIn()).orElse(SessionAnswers.Place.BODY));
  }

  /** Requires each parameter once, because a repeated one could be read differently elsewhere. */
  private static Map<String, String> parameters(HttpServletRequest request) {
    Map<String, String[]> sent = request.getParameterMap();
    if (sent.size() > PARAMETERS_MAX) {
      throw ApiProblem.invalid("query", "has too many parameters");
    }
    Map<String, String> once = new HashMap<>();
    sent.forEach(
        (name, values) -> {
          if (values.length != 1) {
            throw ApiProblem.invalid("query", "must have each parameter once");
          }
          once.put(name, values[0]);
        });
    return once;
  }
}
