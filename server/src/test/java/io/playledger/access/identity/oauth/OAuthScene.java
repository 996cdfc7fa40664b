package io.playledger.access.identity.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.othersite.StandInSite;
import io.playledger.othersite.StandInSite.Person;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.net.URI;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Common parts of tests of sign-in through another site. The site can be told to fall silent or to
 * misbehave, so one class uses it at a time.
 */
@ResourceLock("the site of OAuthWorld")
@ExtendWith(OAuthWorld.Once.class)
abstract class OAuthScene {

  private static final String TOKEN = "_[A-Za-z0-9_-]{43}";

  final StandInSite site = OAuthWorld.current().site();
  final ServerUnderTest server = OAuthWorld.current().server();
  final JdbcClient database = JdbcClient.create(server.bean(DataSource.class));
  final HttpTestClient http = server.http();
  final TestBrowser browser = new TestBrowser(http, site);
  final Person ann = Person.named("Ann Bonny");

  HttpTestClient.Reply link(TestPlayer player, Person person, String provider) {
    return http.post(
            "/auth/identities", TestMarket.json("code", linkingCode(player, person, provider)))
        .as(player)
        .send();
  }

  String linkingCode(TestPlayer player, Person person, String provider) {
    TestBrowser own = new TestBrowser(http, site);
    URI request =
        TestBrowser.location(own.open("/auth/" + provider + "?ticket=" + ticket(player, provider)));
    return TestBrowser.code(TestBrowser.location(own.comeBack(site.authorise(request, person))));
  }

  String ticket(TestPlayer player, String provider) {
    HttpTestClient.Reply begun = http.post("/auth/identities/" + provider, "{}").as(player).send();
    assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
    URI goTo = URI.create(begun.data().path("goTo").asString());
    assertThat(goTo.toString()).startsWith("https://play.example.org/api/v1/auth/" + provider);
    return TestBrowser.parameter(goTo, "ticket");
  }

  static String playerOf(HttpTestClient.Reply entered) {
    assertThat(entered.status()).as(entered.toString()).isEqualTo(200);
    return entered.data().path("playerId").asString();
  }

  static TestPlayer in(HttpTestClient.Reply entered) {
    return new TestPlayer(
        playerOf(entered),
        "",
        entered.data().path("username").asString(),
        entered.data().path("accessToken").asString());
  }

  HttpTestClient.Reply logIn(String email, String password) {
    return http.post("/auth/login", TestMarket.json("email", email, "password", password)).send();
  }

  void resetPassword(String email, String password) {
    assertThat(
            http.post(
                    "/auth/reset-password",
                    TestMarket.json("token", mailedToken(email, "plp"), "newPassword", password))
                .send()
                .status())
        .isEqualTo(200);
  }

  /** With this prefix, out of the newest mail that has one. */
  String mailedToken(String email, String prefix) {
    Matcher token = Pattern.compile(prefix + TOKEN).matcher(awaitMail(email, prefix + "_"));
    assertThat(token.find()).isTrue();
    return token.group();
  }

  private String awaitMail(String email, String word) {
    return await()
        .atMost(TestMarket.PATIENCE)
        .until(
            () -> {
              for (JsonNode mail :
                  http.get("/admin/mail-outbox?limit=200").as(server.admin()).send().data()) {
                if (mail.path("to").asString("").equals(email)
                    && mail.path("text").asString("").contains(word)) {
                  return mail.path("text").asString();
                }
              }
              return "";
            },
            text -> !text.isEmpty());
  }

  String credentialChanges(String player) {
    return http.get("/admin/events?type=CredentialChanged&actor=" + player)
        .as(server.admin())
        .send()
        .text();
  }

  /** Whether an address is taken, as a registration reveals it. */
  boolean isTaken(String email) {
    String username = "probe-" + UUID.randomUUID().toString().substring(0, 13);
    return http.post(
            "/auth/register",
            TestMarket.json("email", email, "username", username, "password", TestPlayer.PASSWORD))
        .keyed()
        .send()
        .code()
        .equals("EMAIL_TAKEN");
  }

  void verifyEmail(TestPlayer player) {
    database
        .sql("UPDATE auth.account SET email_verified_at = clock_timestamp() WHERE id = ?::uuid")
        .param(player.id())
        .update();
  }

  void unverifyEmail(TestPlayer player) {
    database
        .sql("UPDATE auth.account SET email_verified_at = NULL WHERE id = ?::uuid")
        .param(player.id())
        .update();
  }

  void signedInLongAgo(TestPlayer player) {
    database
        .sql(
            "UPDATE auth.session SET authenticated_at = authenticated_at - interval '16 minutes'"
                + " WHERE account_id = ?::uuid")
        .param(player.id())
        .update();
  }

  void expireSteps() {
    database
        .sql("UPDATE auth.sign_in_step SET expires_at = clock_timestamp() - interval '1 second'")
        .update();
  }
}
