package io.playledger.access.identity.oauth;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.server.HttpTestClient;
import io.playledger.server.TestMarket;
import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The redirect to another site and back, and its binding to one browser. */
class OAuthJourneyIT extends OAuthScene {

  @Nested
  class TheWayThereAndBack {

    @ParameterizedTest
    @ValueSource(strings = {"google", "discord", "epic"})
    void signInCreatesAnAccountAndReturnsToIt(String provider) {
      HttpTestClient.Reply first = browser.signIn(provider, ann);
      assertThat(first.status()).as(first.toString()).isEqualTo(200);
      String token = first.data().path("accessToken").asString();

      JsonNode me = http.get("/auth/me").token(token).send().data();
      assertThat(me.path("username").asString())
          .as("public, so not the name that Google has of people")
          .startsWith(provider.equals("google") ? "Ann" : "Ann-Bonny")
          .satisfies(
              username ->
                  assertThat(username.contains("Bonny")).isEqualTo(!provider.equals("google")));
      assertThat(me.path("emailVerified").asBoolean()).isEqualTo(!provider.equals("epic"));
      assertThat(me.path("email").asString("none"))
          .isEqualTo(provider.equals("epic") ? "none" : ann.email());
      await()
          .atMost(TestMarket.PATIENCE)
          .until(() -> http.get("/wallet").token(token).send().status(), status -> status == 200);
      assertThat(playerOf(new TestBrowser(http, site).signIn(provider, ann)))
          .isEqualTo(playerOf(first));
    }

    @Test
    void signInRedirectsToTheSite() {
      HttpTestClient.Reply reply = browser.open("/auth/google?challenge=" + browser.challenge());
      URI request = TestBrowser.location(reply);

      assertThat(TestBrowser.parameter(request, "code_challenge")).hasSize(43);
      assertThat(TestBrowser.parameter(request, "code_challenge_method")).isEqualTo("S256");
      assertThat(TestBrowser.parameter(request, "nonce")).hasSize(43);
      assertThat(TestBrowser.parameter(request, "state")).startsWith("plj_");
      assertThat(TestBrowser.parameter(request, "redirect_uri"))
          .isEqualTo("https://play.example.org/api/v1/auth/google/callback");
      assertThat(reply.header("Cache-Control")).hasValue("no-store");
      assertThat(reply.header("Set-Cookie").orElseThrow())
          .startsWith("__Host-playledger-journey=plw_")
          .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Max-Age=600")
          .doesNotContain("Domain");
    }

    @Test
    void signInReturnsToTheRequestedFrontEnd() {
      URI request =
          TestBrowser.location(
              browser.open(
                  "/auth/google?challenge="
                      + browser.challenge()
                      + "&frontEnd=https%3A%2F%2Fapp.example.org%2Fin%3Ffrom%3Dplayledger"));
      URI frontEnd = TestBrowser.location(browser.comeBack(site.authorise(request, ann)));

      assertThat(frontEnd.toString()).startsWith(OAuthWorld.OTHER_FRONT_END + "&code=plo_");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example.org/",
          "https://play.example.org/signed-in/../other",
          "https://play.example.org/signed-in@evil.example.org",
          "//evil.example.org",
          "/signed-in",
          "javascript:alert(1)"
        })
    void signInRedirectsToConfiguredFrontEndsOnly(String frontEnd) {
      assertInvalid(
          browser.open("/auth/google?challenge=" + browser.challenge() + "&frontEnd=" + frontEnd),
          "frontEnd");
    }

    @Test
    void signInNeedsTheChallengeOfAFrontEnd() {
      assertInvalid(browser.open("/auth/google"), "challenge");
      assertInvalid(browser.open("/auth/google?challenge=short"), "challenge");
    }

    @Test
    void unconfiguredSiteIsNotFound() {
      assertProblem(browser.open("/auth/nobody"), 404, "NOT_FOUND");
      assertProblem(browser.open("/auth/nobody/callback?code=a&state=b"), 404, "NOT_FOUND");
    }

    @Test
    void signInKeepsNoSecretInPlainText() {
      browser.begin("google");
      String rows =
          database
              .sql("SELECT encode(sealed, 'escape') FROM auth.sign_in_step")
              .query(String.class)
              .list()
              .toString();

      assertThat(rows).isNotEqualTo("[]").doesNotContain("nonce", "code_verifier", "google");
    }
  }

  @Nested
  class TheState {

    @Test
    void stateIsAcceptedOnce() {
      URI callback = site.authorise(browser.begin("google"), ann);
      TestBrowser.code(TestBrowser.location(browser.comeBack(callback)));

      assertProblem(browser.comeBack(callback), 422, "JOURNEY_REJECTED");
    }

    @Test
    void stateIsAcceptedInItsBrowserOnly() {
      URI callback = site.authorise(browser.begin("google"), ann);
      TestBrowser other = new TestBrowser(http, site);
      assertProblem(other.comeBack(callback), 422, "JOURNEY_REJECTED");

      URI another = site.authorise(browser.begin("google"), ann);
      other.begin("google");
      assertProblem(other.comeBack(another), 422, "JOURNEY_REJECTED");
    }

    @Test
    void stateExpiresAfterTenMinutes() {
      URI callback = site.authorise(browser.begin("google"), ann);
      expireSteps();

      assertProblem(browser.comeBack(callback), 422, "JOURNEY_REJECTED");
    }

    @Test
    void stateIsAcceptedForItsSiteOnly() {
      URI callback = site.authorise(browser.begin("google"), ann);
      URI elsewhere = URI.create(callback.toString().replace("/google/", "/discord/"));

      assertProblem(browser.comeBack(elsewhere), 422, "JOURNEY_REJECTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?code=a", "?code=a&state=", "?code=a&state=plj_x", "?state=1&code=a"})
    void inventedStateIsRejected(String query) {
      browser.begin("google");

      assertProblem(browser.open("/auth/google/callback" + query), 422, "JOURNEY_REJECTED");
    }

    @Test
    void repeatedStateParameterIsRejected() {
      URI callback = site.authorise(browser.begin("google"), ann);

      assertInvalid(browser.comeBack(URI.create(callback + "&code=another")), "query");
    }

    @Test
    void everyTabHasItsOwnState() {
      URI one = site.authorise(browser.begin("google"), ann);
      URI other = site.authorise(browser.begin("discord"), ann);

      assertThat(TestBrowser.code(TestBrowser.location(browser.comeBack(one)))).isNotBlank();
      assertThat(TestBrowser.code(TestBrowser.location(browser.comeBack(other)))).isNotBlank();
    }
  }

  @Nested
  class TheCode {

    @Test
    void codeIsAcceptedOnce() {
      String code = TestBrowser.code(browser.travel("google", ann));
      assertThat(browser.exchange(code).status()).isEqualTo(200);

      assertProblem(browser.exchange(code), 422, "TOKEN_REJECTED");
    }

    @Test
    void codeNeedsTheVerifierOfItsFrontEnd() {
      String code = TestBrowser.code(browser.travel("google", ann));
      assertProblem(browser.exchange(code, null), 422, "TOKEN_REJECTED");

      String another = TestBrowser.code(browser.travel("google", ann));
      assertProblem(new TestBrowser(http, site).exchange(another), 422, "TOKEN_REJECTED");
      assertThat(isTaken(ann.email())).isFalse();
    }

    @Test
    void codeExpiresAfterAMinute() {
      String code = TestBrowser.code(browser.travel("google", ann));
      expireSteps();

      assertProblem(browser.exchange(code), 422, "TOKEN_REJECTED");
    }

    @Test
    void inventedCodesAndOtherTokensAreRejected() {
      assertProblem(browser.exchange("plo_" + "A".repeat(43)), 422, "TOKEN_REJECTED");
      URI request = browser.begin("google");
      assertProblem(
          browser.exchange(TestBrowser.parameter(request, "state")), 422, "TOKEN_REJECTED");
    }
  }
}
