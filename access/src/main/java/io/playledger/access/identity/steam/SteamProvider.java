package io.playledger.access.identity.steam;

import io.playledger.access.identity.external.ExternalPerson;
import io.playledger.access.identity.external.RedirectProvider;
import io.playledger.access.identity.oauth.OAuthSettings;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The relying party of OpenID 2.0, as far as Steam needs it: the provider states who signs in, and
 * each assertion is verified by asking the provider itself (section 11.4.2), so that no key is
 * shared with it. There is no discovery because the only provider is configured. An assertion is
 * valid once because the journey is, whose name is a part of the signed return address.
 */
final class SteamProvider implements RedirectProvider {

  private static final String NAME = "steam";
  private static final String ANYBODY = "http://specs.openid.net/auth/2.0/identifier_select";

  private final SteamSettings settings;
  private final OAuthSettings site;
  private final DirectVerification verification;
  private final Pattern identity;
  private final Clock clock;

  SteamProvider(
      SteamSettings settings, OAuthSettings site, DirectVerification verification, Clock clock) {
    this.settings = settings;
    this.site = site;
    this.verification = verification;
    this.identity = Pattern.compile(Pattern.quote(settings.identities()) + "([0-9]{17})");
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Departure depart(HttpServletRequest request, String state) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("openid.ns", OpenIdAssertion.NAMESPACE);
    fields.put("openid.mode", "checkid_setup");
    fields.put("openid.claimed_id", ANYBODY);
    fields.put("openid.identity", ANYBODY);
    fields.put("openid.return_to", returnTo(state).toString());
    fields.put("openid.realm", site.base() + "/");
    return new Departure(
        URI.create(settings.endpoint() + "?" + DirectVerification.form(fields)), Map.of());
  }

  @Override
  public ExternalPerson arrive(Arrival arrival) {
    OpenIdAssertion assertion = OpenIdAssertion.of(arrival.parameters());
    if (assertion.isCancelled()) {
      throw ApiProblem.of(TransportCode.PROVIDER_DENIED);
    }
    if (!assertion.isFor(settings.endpoint(), returnTo(arrival.state()), clock.instant())) {
      throw rejected();
    }
    ExternalPerson person = person(assertion).orElseThrow(SteamProvider::rejected);
    if (!verification.confirms(assertion)) {
      throw rejected();
    }
    return person;
  }

  private Optional<ExternalPerson> person(OpenIdAssertion assertion) {
    Matcher claimed = identity.matcher(assertion.field("claimed_id"));
    return claimed.matches()
        ? Optional.of(ExternalPerson.withoutEmail(NAME, claimed.group(1), Optional.empty()))
        : Optional.empty();
  }

  private URI returnTo(String state) {
    return URI.create(site.callback(NAME) + "?state=" + state);
  }

  private static ApiProblem rejected() {
    return ApiProblem.of(TransportCode.PROVIDER_REJECTED);
  }
}
