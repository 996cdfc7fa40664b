package io.playledger.access.identity.journeys;

import io.playledger.access.identity.external.ExternalPerson;
import io.playledger.access.identity.external.RedirectProvider;
import io.playledger.access.identity.external.SignInSteps;
import io.playledger.access.identity.oauth.OAuthSettings;
import io.playledger.access.identity.oauth.RedirectProviders;
import io.playledger.access.identity.session.SecretToken;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Redirects a browser to another site and handles its return. The API keeps no session: the state
 * of a journey is stored encrypted under its name, which is the state parameter, and is valid once,
 * for ten minutes, in the browser that began it. The result is a code that is valid for one minute.
 * The front end that began the journey exchanges it to sign in or, in the session that started the
 * linking, to link the identity.
 */
final class ExternalJourneys {

  private final RedirectProviders providers;
  private final SignInSteps steps;
  private final FrontEnds frontEnds;

  ExternalJourneys(RedirectProviders providers, SignInSteps steps, OAuthSettings settings) {
    this.providers = providers;
    this.steps = steps;
    this.frontEnds = new FrontEnds(settings.frontEnds());
  }

  /** The account that links an identity, and its session. */
  record Linker(UUID player, UUID session) {

    static Linker of(SignedIn signedIn) {
      return new Linker(
          signedIn.player().value(),
          signedIn.session().orElseThrow(() -> ApiProblem.of(TransportCode.UNAUTHENTICATED)));
    }
  }

  private record Ticket(String provider, Optional<URI> frontEnd, Linker linker) {}

  private record Journey(
      String provider,
      String browser,
      Map<String, String> secrets,
      Optional<URI> frontEnd,
      Optional<String> challenge,
      Optional<Linker> linker) {}

  private record Redeemable(
      ExternalPerson person, Optional<String> challenge, Optional<Linker> linker) {}

  /**
   * The return from the other site.
   *
   * @param code the code to exchange
   * @param problem the reason if there is no code, which the front end receives, too
   * @param frontEnd where to redirect; empty to reply directly
   */
  record Return(Optional<SecretToken> code, Optional<ApiProblem> problem, Optional<URI> frontEnd) {}

  /**
   * Issues a ticket with which a browser starts linking for a signed-in player. The ticket is a
   * part of the browser's address.
   */
  SecretToken ticket(String provider, Optional<String> frontEnd, SignedIn signedIn) {
    providers.named(provider);
    SecretToken ticket = SignInSteps.Kind.TICKET.newToken();
    steps.keep(
        SignInSteps.Kind.TICKET,
        ticket,
        new Ticket(provider, frontEnds.choose(frontEnd), Linker.of(signedIn)));
    return ticket;
  }

  /**
   * Starts a sign-in and returns the address for the browser. Throws VALIDATION_FAILED, NOT_FOUND.
   */
  URI begin(
      String provider,
      Optional<String> frontEnd,
      Optional<String> challenge,
      SecretToken browser,
      HttpServletRequest request) {
    Optional<URI> chosen = frontEnds.choose(frontEnd);
    if (chosen.isPresent() && challenge.isEmpty()) {
      throw ApiProblem.invalid("challenge", "is missing");
    }
    return depart(provider, chosen, challenge, Optional.empty(), browser, request);
  }

  /** Starts linking. Throws JOURNEY_REJECTED. */
  URI beginLinking(
      String provider, String ticket, SecretToken browser, HttpServletRequest request) {
    Ticket taken =
        steps
            .take(SignInSteps.Kind.TICKET, ticket, Ticket.class)
            .filter(some -> some.provider().equals(provider))
            .orElseThrow(() -> ApiProblem.of(TransportCode.JOURNEY_REJECTED));
    return depart(
        provider,
        taken.frontEnd(),
        Optional.empty(),
        Optional.of(taken.linker()),
        browser,
        request);
  }

  private URI depart(
      String provider,
      Optional<URI> frontEnd,
      Optional<String> challenge,
      Optional<Linker> linker,
      SecretToken browser,
      HttpServletRequest request) {
    SecretToken state = SignInSteps.Kind.JOURNEY.newToken();
    RedirectProvider.Departure departure = providers.named(provider).depart(request, state.text());
    steps.keep(
        SignInSteps.Kind.JOURNEY,
        state,
        new Journey(
            provider, sha256(browser.text()), departure.secrets(), frontEnd, challenge, linker));
    return departure.goTo();
  }

  /** Handles the return. Throws JOURNEY_REJECTED if the front end is not known. */
  Return arrive(String provider, Map<String, String> parameters, Optional<SecretToken> browser) {
    RedirectProvider named = providers.named(provider);
    String state = parameters.getOrDefault("state", "");
    Journey journey =
        steps
            .take(SignInSteps.Kind.JOURNEY, state, Journey.class)
            .filter(some -> some.provider().equals(provider))
            .filter(some -> isSame(some.browser(), browser.map(SecretToken::text)))
            .orElseThrow(() -> ApiProblem.of(TransportCode.JOURNEY_REJECTED));
    try {
      ExternalPerson person =
          named.arrive(new RedirectProvider.Arrival(state, parameters, journey.secrets()));
      SecretToken code = SignInSteps.Kind.CODE.newToken();
      steps.keep(
          SignInSteps.Kind.CODE,
          code,
          new Redeemable(person, journey.challenge(), journey.linker()));
      return new Return(Optional.of(code), Optional.empty(), journey.frontEnd());
    } catch (ApiProblem problem) {
      return new Return(Optional.empty(), Optional.of(problem), journey.frontEnd());
    }
  }

  /** The person who signs in. Throws TOKEN_REJECTED. */
  ExternalPerson redeem(String code, Optional<String> verifier) {
    return take(code)
        .filter(some -> some.linker().isEmpty())
        .filter(some -> some.challenge().isEmpty() || isSame(some.challenge().get(), verifier))
        .map(Redeemable::person)
        .orElseThrow(() -> ApiProblem.of(TransportCode.TOKEN_REJECTED));
  }

  /** The person whose identity this session links. Throws TOKEN_REJECTED. */
  ExternalPerson redeemForLinking(String code, SignedIn signedIn) {
    Linker linker = Linker.of(signedIn);
    return take(code)
        .filter(some -> some.linker().filter(linker::equals).isPresent())
        .map(Redeemable::person)
        .orElseThrow(() -> ApiProblem.of(TransportCode.TOKEN_REJECTED));
  }

  private Optional<Redeemable> take(String code) {
    return steps.take(SignInSteps.Kind.CODE, code, Redeemable.class);
  }

  private static boolean isSame(String hash, Optional<String> presented) {
    return presented.isPresent()
        && MessageDigest.isEqual(
            hash.getBytes(StandardCharsets.US_ASCII),
            sha256(presented.get()).getBytes(StandardCharsets.US_ASCII));
  }

  /** The challenge of RFC 7636: base64url without padding. */
  private static String sha256(String text) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
