package io.playledger.access.identity.oauth;

import io.playledger.access.identity.external.RedirectProvider;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Wires the configured sites. Requests to them have a timeout and follow no redirects. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuthSettings.class)
public class OAuthConfiguration {

  /** The built-in sites, and further ones that exist as beans. */
  @Bean
  RedirectProviders redirectProviders(
      OAuthSettings settings, ObjectProvider<RedirectProvider> further) {
    List<RedirectProvider> providers = new ArrayList<>(further.stream().toList());
    addIfOn(providers, KnownSite.GOOGLE, settings.google(), settings);
    addIfOn(providers, KnownSite.DISCORD, settings.discord(), settings);
    addIfOn(providers, KnownSite.EPIC, settings.epic(), settings);
    return new RedirectProviders(providers);
  }

  private static void addIfOn(
      List<RedirectProvider> providers,
      KnownSite known,
      OAuthSettings.Site site,
      OAuthSettings settings) {
    if (site.isOn()) {
      URI callback = settings.callback(known.wireName());
      ClientRegistration registration = known.registration(site, callback);
      providers.add(
          new OAuthProvider(
              known,
              registration,
              new DefaultOAuth2AuthorizationRequestResolver(
                  new InMemoryClientRegistrationRepository(registration)),
              logins(registration, settings)));
    }
  }

  private static AuthenticationProvider logins(
      ClientRegistration registration, OAuthSettings settings) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(settings.timeout()).build());
    requests.setReadTimeout(settings.timeout());
    RestClientAuthorizationCodeTokenResponseClient tokens =
        new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(tokenClient(requests));
    DefaultOAuth2UserService users = new DefaultOAuth2UserService();
    RestTemplate userInfo = new RestTemplate(requests);
    userInfo.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    users.setRestOperations(userInfo);
    if (!registration.getScopes().contains(OidcScopes.OPENID)) {
      return new OAuth2LoginAuthenticationProvider(tokens, users);
    }
    OidcUserService oidcUsers = new OidcUserService();
    oidcUsers.setOauth2UserService(users);
    OidcAuthorizationCodeAuthenticationProvider oidc =
        new OidcAuthorizationCodeAuthenticationProvider(tokens, oidcUsers);
    JwtDecoder idTokens = IdTokens.decoder(registration, new RestTemplate(requests));
    oidc.setJwtDecoderFactory(client -> idTokens);
    return oidc;
  }

  private static RestClient tokenClient(JdkClientHttpRequestFactory requests) {
    return RestClient.builder()
        .requestFactory(requests)
        .configureMessageConverters(
            converters -> {
              converters.addCustomConverter(new FormHttpMessageConverter());
              converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
            })
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
        .build();
  }
}
