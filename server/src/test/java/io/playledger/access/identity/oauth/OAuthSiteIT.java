package io.playledger.access.identity.oauth;

import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.othersite.StandInSite.Lie;
import io.playledger.othersite.StandInSite.Person;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A site that lies, confuses data, denies or does not answer. */
class OAuthSiteIT extends OAuthScene {

  @ParameterizedTest
  @EnumSource(Lie.class)
  void siteWithAWrongTokenIsRejected(Lie lie) {
    assertThat(TestBrowser.parameter(browser.travel("google", ann.lying(lie)), "error"))
        .isEqualTo("PROVIDER_REJECTED");
    assertThat(isTaken(ann.email())).isFalse();
  }

  @Test
  void codeOfAnotherSignInIsRejected() {
    URI mine = site.authorise(browser.begin("google"), ann);
    URI injected = site.authorise(browser.begin("google"), Person.named("Somebody else"));
    URI mixed =
        URI.create(
            "https://play.example.org/api/v1/auth/google/callback?code="
                + TestBrowser.parameter(injected, "code")
                + "&state="
                + TestBrowser.parameter(mine, "state"));

    assertThat(TestBrowser.parameter(TestBrowser.location(browser.comeBack(mixed)), "error"))
        .isEqualTo("PROVIDER_REJECTED");
  }

  @Test
  void codeOfTheSiteIsSentOnce() {
    URI mine = site.authorise(browser.begin("discord"), ann);
    TestBrowser.code(TestBrowser.location(browser.comeBack(mine)));
    String state = TestBrowser.parameter(browser.begin("discord"), "state");
    URI again =
        URI.create(
            "https://play.example.org/api/v1/auth/discord/callback?code="
                + TestBrowser.parameter(mine, "code")
                + "&state="
                + state);

    assertThat(TestBrowser.parameter(TestBrowser.location(browser.comeBack(again)), "error"))
        .isEqualTo("PROVIDER_REJECTED");
  }

  @Test
  void denialOfTheSiteIsReported() {
    String state = TestBrowser.parameter(browser.begin("google"), "state");
    URI denied =
        TestBrowser.location(
            browser.open("/auth/google/callback?error=access_denied&state=" + state));

    assertThat(denied.toString()).isEqualTo(OAuthWorld.FRONT_END + "?error=PROVIDER_DENIED");
    assertProblem(
        browser.open("/auth/google/callback?code=a&state=" + state), 422, "JOURNEY_REJECTED");
  }

  @Test
  void incompleteReplyOfTheSiteIsRejected() {
    String state = TestBrowser.parameter(browser.begin("google"), "state");

    assertThat(
            TestBrowser.location(browser.open("/auth/google/callback?state=" + state)).toString())
        .isEqualTo(OAuthWorld.FRONT_END + "?error=PROVIDER_DENIED");
  }

  @Test
  void siteThatIsDownIsUnavailable() {
    URI callback = site.authorise(browser.begin("google"), ann);
    site.breakDown();
    try {
      assertThat(TestBrowser.parameter(TestBrowser.location(browser.comeBack(callback)), "error"))
          .isEqualTo("UNAVAILABLE");
    } finally {
      site.recover();
    }
  }

  @Test
  void siteThatHangsTimesOut() {
    URI callback = site.authorise(browser.begin("discord"), ann);
    site.fallSilent();
    try {
      assertThat(TestBrowser.parameter(TestBrowser.location(browser.comeBack(callback)), "error"))
          .as("answered while the site still says nothing")
          .isEqualTo("UNAVAILABLE");
    } finally {
      site.recover();
    }
  }
}
