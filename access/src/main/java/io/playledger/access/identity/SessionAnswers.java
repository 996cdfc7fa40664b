package io.playledger.access.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.web.http.Answer;
import io.playledger.web.http.ApiProblem;
import io.playledger.web.http.Headers;
import io.playledger.web.http.TransportCode;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;

/**
 * Hands tokens over. API clients get the refresh token in the body; a browser may ask for it in a
 * cookie that no script can read, which then is only taken beside a header that a page of another
 * site can not send.
 */
final class SessionAnswers {

  /** The prefix makes browsers insist on TLS, this host and the whole path. */
  static final String COOKIE = "__Host-playledger-refresh";

  private SessionAnswers() {}

  /** Where a client wants its refresh token. */
  enum Place {
    BODY,
    COOKIE
  }

  /**
   * @param expiresAt when the access token ends; refresh before that
   * @param refreshToken absent where it went into the cookie
   * @param passwordChangeRequired whether the password is one that the server made
   */
  record SessionView(
      String accessToken,
      String tokenType,
      Instant expiresAt,
      long expiresInSeconds,
      @JsonInclude(JsonInclude.Include.NON_NULL) String refreshToken,
      Instant refreshExpiresAt,
      UUID sessionId,
      PlayerId playerId,
      String username,
      Set<Role> roles,
      boolean passwordChangeRequired) {}

  static ResponseEntity<Answer<SessionView>> of(SignIns.Entry entry, Place place) {
    String refreshToken = entry.session().refreshToken().text();
    ResponseEntity.BodyBuilder reply = ResponseEntity.ok().header("Cache-Control", "no-store");
    if (place == Place.COOKIE) {
      Duration age = Duration.between(Instant.now(), entry.session().refreshExpiresAt());
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

  /** A header that makes the browser forget the cookie. */
  static String expiredCookie() {
    return cookie("", Duration.ZERO);
  }

  /** The refresh token of the cookie; refuses one that comes without the header beside it. */
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
