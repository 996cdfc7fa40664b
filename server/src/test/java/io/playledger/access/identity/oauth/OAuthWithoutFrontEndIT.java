package io.playledger.access.identity.oauth;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.access.identity.telegram.SignedInitData;
import io.playledger.othersite.StandInSite;
import io.playledger.othersite.StandInSite.Lie;
import io.playledger.othersite.StandInSite.Person;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reply of the callback without a configured front end. */
class OAuthWithoutFrontEndIT {

  private static StandInSite site;
  private static ServerUnderTest server;

  private final TestBrowser browser = new TestBrowser(server.http(), site);
  private final Person ann = Person.named("Ann Bonny");

  @BeforeAll
  static void start() {
    site = new StandInSite();
    List<String> settings = new ArrayList<>(site.settings());
    settings.addAll(
        List.of(
            "--playledger.identity.oauth.callback-base=https://play.example.org",
            "--playledger.identity.oauth.timeout=8s"));
    server = ServerUnderTest.startFresh(settings.toArray(String[]::new));
  }

  @AfterAll
  static void stop() {
    server.close();
    site.close();
  }

  @Test
  void codeIsReturnedWithoutAFrontEnd() {
    HttpTestClient.Reply back = comeBack("/auth/google", ann);
    assertThat(back.status()).as(back.toString()).isEqualTo(200);
    assertThat(back.header("Cache-Control")).hasValue("no-store");
    assertThat(back.data().path("expiresInSeconds").asInt()).isEqualTo(60);

    assertThat(browser.exchange(back.data().path("code").asString(), null).status()).isEqualTo(200);
  }

  @Test
  void challengeIsComparedWithTheVerifier() {
    HttpTestClient.Reply back = comeBack("/auth/google?challenge=" + browser.challenge(), ann);

    assertProblem(
        browser.exchange(back.data().path("code").asString(), null), 422, "TOKEN_REJECTED");
  }

  @Test
  void everyFrontEndIsRejected() {
    assertInvalid(browser.open("/auth/google?frontEnd=https://play.example.org/"), "frontEnd");
  }

  @Test
  void denialsAreReturnedWithoutAFrontEnd() {
    assertProblem(comeBack("/auth/google", ann.lying(Lie.NONCE)), 422, "PROVIDER_REJECTED");
    String state =
        TestBrowser.parameter(TestBrowser.location(browser.open("/auth/discord")), "state");
    assertProblem(
        browser.open("/auth/discord/callback?error=access_denied&state=" + state),
        422,
        "PROVIDER_DENIED");
  }

  @Test
  void siteThatIsDownIsUnavailable() {
    URI callback = site.authorise(TestBrowser.location(browser.open("/auth/epic")), ann);
    site.breakDown();
    try {
      HttpTestClient.Reply down = browser.comeBack(callback);
      assertProblem(down, 503, "UNAVAILABLE");
      assertThat(down.header("Retry-After")).isPresent();
    } finally {
      site.recover();
    }
  }

  private HttpTestClient.Reply comeBack(String path, Person person) {
    return browser.comeBack(site.authorise(TestBrowser.location(browser.open(path)), person));
  }

  @Test
  void telegramSignInIsNotFoundWithoutABot() {
    String initData = SignedInitData.of(1L << 33, "ann", server.now()).text();
    assertProblem(
        server.http().post("/auth/telegram", TestMarket.json("initData", initData)).send(),
        404,
        "NOT_FOUND");
  }
}
