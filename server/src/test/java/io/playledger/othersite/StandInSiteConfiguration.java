package io.playledger.othersite;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Wires the stand-in: clients that must send PKCE, and who is there by a header. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableWebMvc
class StandInSiteConfiguration {

  private static final String BASE = "https://play.example.org/api/v1/auth/";
  private static final String[] SCOPES = {
    "openid", "profile", "email", "identify", "basic_profile"
  };

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http) {
    return http.oauth2AuthorizationServer(
            site -> {
              http.securityMatcher(site.getEndpointsMatcher());
              site.oidc(Customizer.withDefaults());
            })
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .addFilterBefore(whoIsThere(), AbstractPreAuthenticatedProcessingFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain resources(HttpSecurity http) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
  }

  private static Filter whoIsThere() {
    return (request, response, chain) -> {
      String person = ((HttpServletRequest) request).getHeader(StandInSite.PERSON_HEADER);
      if (person != null) {
        SecurityContextHolder.setContext(
            new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(
                    person,
                    null,
                    List.of(
                        FactorGrantedAuthority.fromAuthority(
                            FactorGrantedAuthority.PASSWORD_AUTHORITY)))));
      }
      chain.doFilter(request, response);
    };
  }

  @Bean
  RegisteredClientRepository clients() {
    return new InMemoryRegisteredClientRepository(
        StandInSite.CLIENTS.stream()
            .map(
                name ->
                    RegisteredClient.withId(name)
                        .clientId(name)
                        .clientSecret("{noop}" + StandInSite.secret(name))
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(BASE + name + "/callback")
                        .scopes(scopes -> scopes.addAll(List.of(SCOPES)))
                        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                        .build())
            .toList());
  }

  @Bean
  OAuth2AuthorizationService authorizations() {
    return new InMemoryOAuth2AuthorizationService();
  }

  @Bean
  AuthorizationServerSettings siteSettings() {
    return AuthorizationServerSettings.builder().build();
  }

  @Bean
  JWKSource<SecurityContext> keys() throws JOSEException {
    return new ImmutableJWKSet<>(new JWKSet(key()));
  }

  private static RSAKey key() throws JOSEException {
    return new RSAKeyGenerator(2048).keyID("the-key").generate();
  }

  @Bean
  JwtDecoder decoder(JWKSource<SecurityContext> keys) {
    return NimbusJwtDecoder.withJwkSource(keys).build();
  }

  /** Signs the tokens of some with a key that nobody has published, under the name of the other. */
  @Bean
  JwtEncoder encoder(JWKSource<SecurityContext> keys, StandInSite site) throws JOSEException {
    JwtEncoder honest = new NimbusJwtEncoder(keys);
    JwtEncoder forger = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key())));
    return token ->
        lies(site, token.getClaims().getSubject(), StandInSite.Lie.SIGNATURE)
            ? forger.encode(token)
            : honest.encode(token);
  }

  private static boolean lies(StandInSite site, String subject, StandInSite.Lie lie) {
    return site.person(subject).lie().filter(lie::equals).isPresent();
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims(StandInSite site) {
    return token -> {
      if (!OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
        return;
      }
      StandInSite.Person person = site.person(token.getPrincipal().getName());
      JwtClaimsSet.Builder claims = token.getClaims();
      if (token.getRegisteredClient().getClientId().equals("google")) {
        claims
            .claim("name", person.name())
            .claim("given_name", person.name().split(" ")[0])
            .claim("email", person.email())
            .claim("email_verified", person.emailVerified());
      }
      person.lie().ifPresent(lie -> tell(lie, claims));
    };
  }

  private static void tell(StandInSite.Lie lie, JwtClaimsSet.Builder claims) {
    Instant now = Instant.now();
    switch (lie) {
      case ISSUER -> claims.issuer("https://accounts.example.com");
      case AUDIENCE -> claims.audience(List.of("another-client")).claim("azp", "another-client");
      case NONCE -> claims.claim("nonce", UUID.randomUUID().toString());
      case NO_NONCE -> claims.claims(all -> all.remove("nonce"));
      case EXPIRED -> claims.issuedAt(now.minusSeconds(7200)).expiresAt(now.minusSeconds(3600));
      case SIGNATURE -> {
        // the encoder does
      }
    }
  }

  /** What the sites say of people in their own shapes. */
  @RestController
  static class People {

    private final StandInSite site;
    private final OAuth2AuthorizationService authorizations;

    People(StandInSite site, OAuth2AuthorizationService authorizations) {
      this.site = site;
      this.authorizations = authorizations;
    }

    @GetMapping("/api/users/@me")
    Map<String, Object> discord(@RequestHeader("Authorization") String bearer) {
      StandInSite.Person person = person(bearer);
      return Map.of(
          "id", person.subject(),
          "username", person.name(),
          "email", person.email(),
          "verified", person.emailVerified());
    }

    @GetMapping("/epic/me")
    Map<String, Object> epic(@RequestHeader("Authorization") String bearer) {
      StandInSite.Person person = person(bearer);
      return Map.of("sub", person.subject(), "preferred_username", person.name());
    }

    private StandInSite.Person person(String bearer) {
      OAuth2Authorization found =
          authorizations.findByToken(
              bearer.substring("Bearer ".length()), OAuth2TokenType.ACCESS_TOKEN);
      return site.person(found.getPrincipalName());
    }
  }
}
