package io.playledger.access.identity.oauth;

import io.playledger.access.identity.external.ExternalPerson;
import io.playledger.access.identity.external.RedirectProvider;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/**
 * A site that speaks OAuth 2.0 or OpenID Connect, by Spring Security's client: the code is
 * exchanged with the PKCE verifier, and the id token is checked against issuer, audience, keys,
 * times and nonce.
 */
final class OAuthProvider implements RedirectProvider {

  private static final Logger LOG = LoggerFactory.getLogger(OAuthProvider.class);
  private static final int RETRY_AFTER_SECONDS = 10;

  private final KnownSite site;
  private final ClientRegistration registration;
  private final OAuth2AuthorizationRequestResolver requests;
  private final AuthenticationProvider logins;

  OAuthProvider(
      KnownSite site,
      ClientRegistration registration,
      OAuth2AuthorizationRequestResolver requests,
      AuthenticationProvider logins) {
    this.site = site;
    this.registration = registration;
    this.requests = requests;
    this.logins = logins;
  }

  @Override
  public String name() {
    return site.wireName();
  }

  @Override
  public Departure depart(HttpServletRequest request, String state) {
    OAuth2AuthorizationRequest made =
        OAuth2AuthorizationRequest.from(requests.resolve(request, registration.getRegistrationId()))
            .state(state)
            .build();
    Map<String, String> secrets = new HashMap<>();
    for (String name : new String[] {PkceParameterNames.CODE_VERIFIER, OidcParameterNames.NONCE}) {
      String secret = made.getAttribute(name);
      if (secret != null) {
        secrets.put(name, secret);
      }
    }
    return new Departure(URI.create(made.getAuthorizationRequestUri()), secrets);
  }

  @Override
  public ExternalPerson arrive(Arrival arrival) {
    OAuth2AuthorizationResponse response = response(arrival);
    if (response.statusError()) {
      throw ApiProblem.of(TransportCode.PROVIDER_DENIED);
    }
    try {
      OAuth2LoginAuthenticationToken login =
          (OAuth2LoginAuthenticationToken)
              logins.authenticate(
                  new OAuth2LoginAuthenticationToken(
                      registration, new OAuth2AuthorizationExchange(request(arrival), response)));
      return site.person(login.getPrincipal());
    } catch (AuthenticationException | NestedRuntimeException | IllegalArgumentException e) {
      throw refusal(e);
    }
  }

  private OAuth2AuthorizationRequest request(Arrival arrival) {
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
        .clientId(registration.getClientId())
        .redirectUri(registration.getRedirectUri())
        .scopes(registration.getScopes())
        .state(arrival.state())
        .attributes(
            attributes -> {
              attributes.putAll(arrival.secrets());
              attributes.put(
                  OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId());
            })
        .build();
  }

  private OAuth2AuthorizationResponse response(Arrival arrival) {
    String code = arrival.parameters().get(OAuth2ParameterNames.CODE);
    String error = arrival.parameters().get(OAuth2ParameterNames.ERROR);
    OAuth2AuthorizationResponse.Builder response =
        error == null && code != null && !code.isBlank()
            ? OAuth2AuthorizationResponse.success(code)
            : OAuth2AuthorizationResponse.error(error == null ? "no_code" : error);
    return response.redirectUri(registration.getRedirectUri()).state(arrival.state()).build();
  }

  /** A site's message can name the person, so only the kind of failure is logged. */
  private ApiProblem refusal(RuntimeException e) {
    String code =
        e instanceof OAuth2AuthenticationException refused
            ? refused.getError().getErrorCode()
            : e.getClass().getSimpleName();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          || cause instanceof ResourceAccessException
          || cause instanceof HttpServerErrorException) {
        LOG.warn("{} does not answer: {} by {}", name(), code, cause.getClass().getSimpleName());
        return ApiProblem.retry(
            TransportCode.UNAVAILABLE,
            "The other site does not answer; try again later.",
            RETRY_AFTER_SECONDS);
      }
    }
    LOG.warn("The reply of {} was rejected: {}", name(), code);
    return ApiProblem.of(TransportCode.PROVIDER_REJECTED);
  }
}
