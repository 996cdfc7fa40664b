package io.playledger.access.identity;

import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import org.junit.jupiter.api.Test;

/** Sessions of a browser, whose refresh token is in a cookie. */
class SessionCookiesIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();

  private final HttpTestClient http = SERVER.http();
  private final TestPlayer player = SERVER.newPlayer();

  @Test
  void refreshCookieIsHiddenFromScriptsAndOtherSites() {
    HttpTestClient.Reply reply = logInWithCookie();
    String cookie = reply.header("Set-Cookie").orElseThrow();

    assertThat(reply.data().has("refreshToken")).isFalse();
    assertThat(cookie)
        .startsWith("__Host-playledger-refresh=plr_")
        .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict")
        .containsPattern("; Max-Age=604(800|79\\d);")
        .doesNotContain("Domain");
  }

  @Test
  void refreshCookieNeedsTheCsrfHeader() {
    String cookie = cookieOf(logInWithCookie());

    assertProblem(
        http.post("/auth/refresh", null).header("Cookie", cookie).send(), 403, "CSRF_REFUSED");
    HttpTestClient.Reply reply =
        http.post("/auth/refresh", null)
            .header("Cookie", cookie)
            .header("Playledger-Csrf", "1")
            .send();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.data().has("refreshToken")).isFalse();
    assertThat(cookieOf(reply)).isNotEqualTo(cookie);
  }

  @Test
  void logoutEndsTheSessionAndDeletesTheCookie() {
    HttpTestClient.Reply in = logInWithCookie();
    HttpTestClient.Reply out =
        http.post("/auth/logout", null)
            .header("Cookie", cookieOf(in))
            .header("Playledger-Csrf", "1")
            .send();

    assertThat(out.data().path("ended").asInt()).isEqualTo(1);
    assertThat(out.header("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(http.get("/auth/me").token(in.data().path("accessToken").asString()).send().status())
        .isEqualTo(401);
  }

  private HttpTestClient.Reply logInWithCookie() {
    return http.post(
            "/auth/login",
            TestMarket.json(
                "email",
                player.email(),
                "password",
                TestPlayer.PASSWORD,
                "refreshTokenIn",
                "cookie"))
        .send();
  }

  private static String cookieOf(HttpTestClient.Reply reply) {
    return reply.header("Set-Cookie").orElseThrow().split(";")[0];
  }
}
