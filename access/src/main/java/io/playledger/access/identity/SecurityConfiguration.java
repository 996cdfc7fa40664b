package io.playledger.access.identity;

import io.playledger.access.apikey.ApiKeyFilter;
import io.playledger.access.identity.session.Standing;
import io.playledger.access.identity.session.Standings;
import io.playledger.access.identity.signin.AuthController;
import io.playledger.access.identity.signin.StaffFactors;
import io.playledger.access.identity.token.AccessTokens;
import io.playledger.access.identity.token.SignedInAuthentication;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.web.limit.RateLimitInterceptor;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.ProblemWriter;
import io.playledger.web.problem.TransportCode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Authentication. A token that is sent must be valid, even on public operations. Each controller
 * declares whether a token is needed, and which role ({@code AuthorityInterceptor}).
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

  private static final String BEARER = "Bearer ";
  private static final Set<String> WITHOUT_TOKEN =
      Set.of(
          AuthController.BASE + "/login",
          AuthController.BASE + "/register",
          AuthController.BASE + "/login/second-factor",
          AuthController.BASE + "/telegram",
          AuthController.BASE + "/oauth/exchange",
          AuthController.BASE + "/refresh",
          AuthController.BASE + "/verify-email",
          AuthController.BASE + "/resend-verification",
          AuthController.BASE + "/forgot-password",
          AuthController.BASE + "/reset-password");

  /** Headers that proxies add to requests. */
  private static final List<String> PASSED_ON =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

  @Bean
  SecurityFilterChain security(
      HttpSecurity http,
      JwtDecoder decoder,
      Standings standings,
      StaffFactors factors,
      RateLimitInterceptor limits,
      ApiKeyFilter.Factory apiKeys,
      ProblemWriter problems) {
    AuthenticationEntryPoint unauthenticated =
        (request, response, failure) -> {
          try {
            limits.unauthenticated(request, response);
            problems.write(request, response, TransportCode.UNAUTHENTICATED);
          } catch (ApiProblem tooMany) {
            problems.write(request, response, tooMany);
          }
        };
    AccessDeniedHandler forbidden =
        (request, response, failure) -> problems.write(request, response, TransportCode.FORBIDDEN);
    return http.csrf(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // on every reply, not only on those of this chain: SecurityHeaders
        .headers(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            failures ->
                failures.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
        .addFilterBefore(apiKeys.refusingBy(unauthenticated), BearerTokenAuthenticationFilter.class)
        .oauth2ResourceServer(
            tokens ->
                tokens
                    .bearerTokenResolver(bearerTokens())
                    .authenticationEntryPoint(unauthenticated)
                    .accessDeniedHandler(forbidden)
                    .jwt(
                        jwt ->
                            jwt.decoder(decoder)
                                .jwtAuthenticationConverter(signedIn(standings, factors))))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .access(SecurityConfiguration::mayOperate)
                    .anyRequest()
                    .permitAll())
        .build();
  }

  /** Turns off the measurement of each filter, which costs more than the filters. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  /**
   * Values of headers are checked on every read, so the check is short: no control characters. The
   * default's patterns also refuse unassigned characters.
   */
  @Bean
  StrictHttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHeaderNames(SecurityConfiguration::hasNoControls);
    firewall.setAllowedHeaderValues(SecurityConfiguration::hasNoControls);
    return firewall;
  }

  private static boolean hasNoControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Ignores the token on login operations: a client that logs in must not be refused for an expired
   * token.
   */
  private static BearerTokenResolver bearerTokens() {
    return request -> WITHOUT_TOKEN.contains(request.getRequestURI()) ? null : bearerToken(request);
  }

  /** The text after the scheme. The decoder refuses an invalid one. */
  private static @Nullable String bearerToken(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return null;
    }
    String token = header.substring(BEARER.length()).strip();
    if (token.isEmpty()) {
      throw new InvalidBearerTokenException("the token is missing");
    }
    return token;
  }

  private static Converter<Jwt, AbstractAuthenticationToken> signedIn(
      Standings standings, StaffFactors factors) {
    return token -> {
      UUID session = session(token);
      Standing standing =
          standings
              .of(session, subject(token))
              .orElseThrow(() -> new InvalidBearerTokenException("the session has ended"));
      return new SignedInAuthentication(factors.signedIn(standing, session));
    };
  }

  private static UUID session(Jwt token) {
    try {
      return UUID.fromString(token.getClaimAsString(AccessTokens.SESSION));
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new InvalidBearerTokenException("the token belongs to no session", e);
    }
  }

  private static PlayerId subject(Jwt token) {
    try {
      return PlayerId.of(token.getSubject());
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new InvalidBearerTokenException("the subject is no player", e);
    }
  }

  /** Metrics are served to this machine, and to admins and auditors. */
  private static AuthorizationResult mayOperate(
      Supplier<? extends Authentication> caller, RequestAuthorizationContext context) {
    if (isOfThisMachine(context.getRequest())) {
      return new AuthorizationDecision(true);
    }
    boolean operator =
        caller.get() instanceof SignedInAuthentication signedIn
            && (signedIn.getPrincipal().roles().contains(Role.ADMIN)
                || signedIn.getPrincipal().roles().contains(Role.ANALYST));
    return new AuthorizationDecision(operator);
  }

  /**
   * Excludes requests through a proxy on this machine, even if no setting names it, because all
   * clients would seem to be local.
   */
  private static boolean isOfThisMachine(HttpServletRequest request) {
    return PASSED_ON.stream().allMatch(header -> request.getHeader(header) == null)
        && isLoopback(request.getRemoteAddr());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
