package io.playledger.access.identity.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.web.call.Answer;
import io.playledger.web.http.Headers;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/**
 * Returns tokens to clients. API clients get the refresh token in the body. A browser can request
 * it in a cookie that scripts cannot read, and which is accepted only with a header that pages of
 * other sites cannot send.
 */
public final class SessionAnswers {

  /** With this prefix, browsers require TLS, this host and the whole path. */
  static final String COOKIE = "__Host-playledger-refresh";

  private SessionAnswers() {}

  /** Where the refresh token is returned. */
  public enum Place {
    BODY,
    COOKIE
  }

  /**
   * @param expiresAt expiry of the access token; refresh before that
   * @param refreshToken absent if it is in the cookie
   * @param passwordChangeRequired whether the password is a one-time password
   */
  public record SessionView(
      String accessToken,
      String tokenType,
      Instant expiresAt,
      long expiresInSeconds,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String refreshToken,
      Instant refreshExpiresAt,
      UUID sessionId,
      PlayerId playerId,
      String username,
      Set<Role> roles,
      boolean passwordChangeRequired) {}

  public static ResponseEntity<Answer<SessionView>> of(SignIns.Entry entry, Place place) {
    String refreshToken = entry.session().refreshToken().text();
    ResponseEntity.BodyBuilder reply = ResponseEntity.ok().header("Cache-Control", "no-store");
    if (place == Place.COOKIE) {
      Instant issuedAt = entry.access().expiresAt().minus(entry.access().lifetime());
      Duration age = Duration.between(issuedAt, entry.session().refreshExpiresAt());
      reply.header(HttpHeaders.SET_COOKIE, cookie(refreshToken, age));
    }
    return reply.body(
        Answer.of(
            new SessionView(
                entry.access().token(),
                "Bearer",
                entry.access().expiresAt(),
                entry.access().lifetime().toSeconds(),
                place == Place.COOKIE ? null : refreshToken,
                entry.session().refreshExpiresAt(),
                entry.session().id(),
                entry.account().id(),
                entry.account().username(),
                entry.roles(),
                entry.account().passwordOneTime())));
  }

  /** The header that deletes the cookie. */
  static String expiredCookie() {
    return cookie("", Duration.ZERO);
  }

  /** The refresh token of the cookie. Refuses a cookie without the CSRF header. */
  static Optional<String> fromCookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    Optional<String> token =
        Arrays.stream(cookies == null ? new Cookie[0] : cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .filter(value -> !value.isEmpty())
            .findFirst();
    if (token.isPresent() && !"1".equals(request.getHeader(Headers.CSRF))) {
      throw ApiProblem.of(TransportCode.CSRF_REFUSED);
    }
    return token;
  }

  private static String cookie(String value, Duration age) {
    return ResponseCookie.from(COOKIE, value)
        .path("/")
        .secure(true)
        .httpOnly(true)
        .sameSite("Strict")
        .maxAge(age)
        .build()
        .toString();
  }
}
