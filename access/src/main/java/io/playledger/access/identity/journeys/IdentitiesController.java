package io.playledger.access.identity.journeys;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playledger.access.identity.external.ExternalIdentities;
import io.playledger.access.identity.external.ExternalIdentity;
import io.playledger.access.identity.external.SignInSteps;
import io.playledger.access.identity.oauth.OAuthSettings;
import io.playledger.access.identity.signin.AuthController;
import io.playledger.access.identity.signin.FreshSignIn;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.call.Answer;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The linked sites of a player. */
@RestController
@RequestMapping(AuthController.BASE + "/identities")
@RateLimited(RateGroup.AUTH)
@Tag(name = "Accounts")
class IdentitiesController {

  private final ExternalJourneys journeys;
  private final ExternalSignIn signIn;
  private final ExternalIdentities identities;
  private final Unlinking unlinking;
  private final FreshSignIn freshSignIn;
  private final String base;

  IdentitiesController(
      ExternalJourneys journeys,
      ExternalSignIn signIn,
      ExternalIdentities identities,
      Unlinking unlinking,
      FreshSignIn freshSignIn,
      OAuthSettings settings) {
    this.journeys = journeys;
    this.signIn = signIn;
    this.identities = identities;
    this.unlinking = unlinking;
    this.freshSignIn = freshSignIn;
    this.base = settings.base() + AuthController.BASE + "/";
  }

  /**
   * @param name name of the person at the site when it was linked; absent if unknown
   */
  record IdentityView(
      UUID id,
      String provider,
      String providerId,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
      Instant linkedAt,
      Instant usedAt) {}

  /**
   * @param frontEnd where the browser is redirected afterwards; by default the first configured
   *     address
   */
  record LinkRequest(@Size(max = 500) @Nullable String frontEnd) {}

  /**
   * @param goTo address for the browser, valid once
   */
  record JourneyView(URI goTo, long expiresInSeconds) {}

  record LinkCodeRequest(@Schema(example = "plo_mAn5...") @NotBlank @Size(max = 128) String code) {}

  @GetMapping
  @Operation(
      summary = "List my linked sites",
      description =
          "The first linked site comes first. An account has at most one link to each site.")
  Answer<List<IdentityView>> identities(SignedIn signedIn) {
    return Answer.of(
        identities.of(signedIn.player()).stream().map(IdentitiesController::view).toList());
  }

  @PostMapping("/{provider}")
  @Operation(
      summary = "Start linking a site to my account",
      description =
          "Redirect the browser to `goTo` within one minute. It returns with a code,"
              + " which this session sends to /auth/identities. Requires a recent second factor"
              + " or, without one, a recent sign-in.")
  @Rejects(codes = {"NOT_FOUND", "STEP_UP_REQUIRED"})
  ResponseEntity<Answer<JourneyView>> begin(
      @Parameter(example = "discord") @PathVariable String provider,
      @Valid @RequestBody(required = false) @Nullable LinkRequest body,
      SignedIn signedIn) {
    freshSignIn.require(signedIn);
    String ticket =
        journeys
            .ticket(provider, Optional.ofNullable(body).map(LinkRequest::frontEnd), signedIn)
            .text();
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .body(
            Answer.of(
                new JourneyView(
                    URI.create(base + provider + "?ticket=" + ticket),
                    SignInSteps.Kind.TICKET.age().toSeconds())));
  }

  @PostMapping
  @Operation(
      summary = "Link a site to my account",
      description =
          "Takes the code that the browser brought back, which is valid once and for one"
              + " minute, in the session that started the linking.")
  @Rejects(
      codes = {"EMAIL_NOT_VERIFIED", "IDENTITY_TAKEN", "PROVIDER_LINKED_ALREADY", "TOKEN_REJECTED"})
  ResponseEntity<Answer<List<IdentityView>>> link(
      @Valid @RequestBody LinkCodeRequest body, SignedIn signedIn, RequestOrigin origin) {
    signIn.link(signedIn.player(), journeys.redeemForLinking(body.code(), signedIn), origin);
    return ResponseEntity.status(HttpStatus.CREATED).body(identities(signedIn));
  }

  @DeleteMapping("/{id}")
  @Operation(
      summary = "Unlink a site from my account",
      description =
          "Ends every other session. The last way to sign in cannot be removed. A later"
              + " sign-in through a site that has the account's verified e-mail address links"
              + " it again. Requires a recent second factor or, without one, a recent sign-in.")
  @Rejects(codes = {"LAST_WAY_IN", "NOT_FOUND", "STEP_UP_REQUIRED"})
  Answer<List<IdentityView>> unlink(
      @PathVariable UUID id, SignedIn signedIn, RequestOrigin origin) {
    freshSignIn.require(signedIn);
    unlinking.unlink(signedIn, id, origin);
    return identities(signedIn);
  }

  private static IdentityView view(ExternalIdentity identity) {
    return new IdentityView(
        identity.id(),
        identity.provider(),
        identity.subject(),
        identity.name().orElse(null),
        identity.linkedAt(),
        identity.usedAt());
  }
}
