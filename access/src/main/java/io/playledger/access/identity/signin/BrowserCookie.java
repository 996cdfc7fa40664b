package io.playledger.access.identity.signin;

import io.playledger.access.identity.external.SignInSteps;
import io.playledger.access.identity.session.SecretToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that recognises a browser when it returns from another site. It is Lax, not Strict,
 * because the browser returns by a link from that site. Sign-ins in several tabs share it.
 */
public final class BrowserCookie {

  /** With this prefix, browsers require TLS, this host and the whole path. */
  static final String NAME = "__Host-playledger-journey";

  private static final String PREFIX = "plw";

  private BrowserCookie() {}

  public static SecretToken ofOrNew(HttpServletRequest request) {
    return of(request).orElseGet(() -> SecretToken.random(PREFIX));
  }

  public static Optional<SecretToken> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(cookie -> new SecretToken(cookie.getValue()))
        .filter(token -> token.hasForm(PREFIX))
        .findFirst();
  }

  public static String header(SecretToken browser) {
    return ResponseCookie.from(NAME, browser.text())
        .path("/")
        .secure(true)
        .httpOnly(true)
        .sameSite("Lax")
        .maxAge(SignInSteps.Kind.JOURNEY.age())
        .build()
        .toString();
  }
}
