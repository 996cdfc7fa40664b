package io.playledger.access.identity.telegram;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in from a Mini App over HTTP. */
class TelegramIT {

  private static final ServerUnderTest SERVER = start();

  private final HttpTestClient http = SERVER.http();
  private final long somebody = ThreadLocalRandom.current().nextLong(1L << 32, 1L << 50);
  private final JdbcClient database = JdbcClient.create(SERVER.bean(DataSource.class));

  private static ServerUnderTest start() {
    return ServerUnderTest.startFresh(
        "--playledger.http.trusted-proxies=127.0.0.1/32",
        "--playledger.rate-limits.groups.auth.subject=6/1h",
        "--playledger.identity.telegram.bot-token=" + SignedInitData.BOT_TOKEN);
  }

  @AfterAll
  static void end() {
    SERVER.close();
  }

  private SignedInitData now(long id) {
    return SignedInitData.of(id, "ann_" + id, Instant.now());
  }

  private HttpTestClient.Call call(SignedInitData data) {
    return http.post("/auth/telegram", TestMarket.json("initData", data.text()));
  }

  private HttpTestClient.Reply signIn(SignedInitData data) {
    return call(data).send();
  }

  private HttpTestClient.Reply link(TestPlayer player, SignedInitData data) {
    return http.post("/auth/identities/telegram", TestMarket.json("initData", data.text()))
        .as(player)
        .send();
  }

  private TestPlayer verified() {
    TestPlayer player = SERVER.newPlayer();
    database
        .sql("UPDATE auth.account SET email_verified_at = clock_timestamp() WHERE id = ?::uuid")
        .param(player.id())
        .update();
    return player;
  }

  private long accounts() {
    return database.sql("SELECT count(*) FROM auth.account").query(Long.class).single();
  }

  @Nested
  class SigningIn {

    @Test
    void firstSignInCreatesAnAccountAndLaterOnesReturnToIt() {
      HttpTestClient.Reply first = signIn(now(somebody));
      assertThat(first.status()).as(first.toString()).isEqualTo(200);
      assertThat(first.header("Cache-Control")).contains("no-store");
      String token = first.data().path("accessToken").asString();
      await()
          .atMost(TestMarket.PATIENCE)
          .until(() -> http.get("/wallet").token(token).send().status() == 200);
      assertThat(first.data().path("username").asString()).startsWith("ann_");

      HttpTestClient.Reply again = signIn(now(somebody));
      assertThat(again.data().path("playerId")).isEqualTo(first.data().path("playerId"));
      HttpTestClient.Reply other = signIn(now(somebody + 1));
      assertThat(other.data().path("playerId")).isNotEqualTo(first.data().path("playerId"));
    }

    @Test
    void signInFromTelegramAsksForTheSecondFactor() throws Exception {
      TestPlayer player = verified();
      assertThat(link(player, now(somebody)).status()).isEqualTo(200);
      List<String> backupCodes = enrol(player);

      HttpTestClient.Reply halfway = signIn(now(somebody));
      assertProblem(halfway, 401, "SECOND_FACTOR_NEEDED");
      HttpTestClient.Reply in =
          http.post(
                  "/auth/login/second-factor",
                  TestMarket.json(
                      "challenge",
                      halfway.details().path("challenge").asString(),
                      "code",
                      backupCodes.getFirst()))
              .send();
      assertThat(in.status()).as(in.toString()).isEqualTo(200);
      assertThat(in.data().path("playerId").asString()).isEqualTo(player.id());
    }

    @Test
    void bannedPlayerCannotSignInFromTelegram() {
      String id = signIn(now(somebody)).data().path("playerId").asString();
      http.post("/admin/players/" + id + "/ban", "{\"reason\":\"for a test\"}")
          .as(SERVER.admin())
          .keyed()
          .send();
      assertProblem(signIn(now(somebody)), 403, "ACCOUNT_BANNED");
    }

    @Test
    void signInsFromTelegramAreLimitedPerPerson() {
      SignedInitData same = now(somebody);
      List<Integer> statuses = new ArrayList<>();
      for (int i = 1; i <= 7; i++) {
        statuses.add(call(same).header("X-Forwarded-For", "198.51.100." + i).send().status());
      }
      assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 200, 429);
      assertThat(signIn(now(somebody + 1)).status()).isEqualTo(200);
    }

    private List<String> enrol(TestPlayer player) throws Exception {
      byte[] secret =
          new Base32()
              .decode(
                  http.post("/auth/mfa/enrol", TestMarket.json("password", TestPlayer.PASSWORD))
                      .as(player)
                      .send()
                      .data()
                      .path("secret")
                      .asString());
      String code =
          new TimeBasedOneTimePasswordGenerator()
              .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), Instant.now());
      HttpTestClient.Reply confirmed =
          http.post("/auth/mfa/confirm", TestMarket.json("code", code)).as(player).send();
      assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
      return confirmed.data().path("backupCodes").valueStream().map(one -> one.asString()).toList();
    }
  }

  @Nested
  class Forged {

    private void refused(String what, String initData) {
      long before = accounts();
      HttpTestClient.Reply reply =
          http.post("/auth/telegram", TestMarket.json("initData", initData)).send();
      assertProblem(reply, 422, "PROVIDER_REJECTED");
      assertThat(accounts()).as(what).isEqualTo(before);
    }

    @Test
    void initDataOfAnotherBotIsRejected() {
      String genuine = now(somebody).text();
      refused("another user", genuine.replace(Long.toString(somebody), "1"));
      refused("a field more", genuine + "&start_param=admin");
      refused("no hash", now(somebody).encoded());
      refused("a hash of zeroes", now(somebody).encoded() + "&hash=" + "0".repeat(64));
      refused(
          "another bot",
          now(somebody).by("4242424243:another-bot-of-somebody-else-altogether").text());
      refused("nonsense", "user=%7B%7D");
      assertThat(signIn(now(somebody)).status()).as("and this is none").isEqualTo(200);
    }

    @Test
    void swappedUserUnderAnotherHashIsRejected() {
      SignedInitData own = now(somebody);
      refused("swapped", now(somebody + 1).encoded() + "&hash=" + own.hash());
    }

    @Test
    void staleOrFutureInitDataIsRejected() {
      Instant now = Instant.now();
      refused("stale", SignedInitData.of(somebody, "ann", now.minusSeconds(86_410)).text());
      refused("not yet", SignedInitData.of(somebody, "ann", now.plusSeconds(120)).text());
      assertThat(signIn(SignedInitData.of(somebody, "ann", now.minusSeconds(86_300))).status())
          .isEqualTo(200);
    }

    @Test
    void forgedInitDataIsRecorded() {
      refused("", now(somebody).by("4242424243:another-bot-of-somebody-else-altogether").text());
      await()
          .atMost(TestMarket.PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(
                          http.get("/admin/events?order=desc&type=SignInFailed&limit=500")
                              .as(SERVER.admin())
                              .send()
                              .text())
                      .contains("PROVIDER_REJECTED")
                      .doesNotContain(Long.toString(somebody)));
    }
  }

  @Nested
  class Linking {

    @Test
    void linkedTelegramIdentitySignsInToTheAccount() {
      TestPlayer player = verified();
      assertThat(link(player, now(somebody)).status()).isEqualTo(200);
      assertThat(link(player, now(somebody)).status()).as("again").isEqualTo(200);
      assertThat(signIn(now(somebody)).data().path("playerId").asString()).isEqualTo(player.id());
    }

    @Test
    void linkingNeedsSignedInitDataAndALogin() {
      TestPlayer player = verified();
      assertProblem(
          link(player, now(somebody).by("4242424243:another-bot-of-somebody-else-altogether")),
          422,
          "PROVIDER_REJECTED");
      assertProblem(
          http.post("/auth/identities/telegram", TestMarket.json("initData", now(somebody).text()))
              .send(),
          401,
          "UNAUTHENTICATED");
    }

    @Test
    void identityOfAnotherAccountCannotBeLinked() {
      signIn(now(somebody));
      TestPlayer player = verified();
      assertProblem(link(player, now(somebody)), 409, "IDENTITY_TAKEN");
      assertThat(link(player, now(somebody + 1)).status()).isEqualTo(200);
      assertProblem(link(player, now(somebody + 2)), 409, "PROVIDER_LINKED_ALREADY");
    }

    @Test
    void linkingTelegramNeedsARecentSignIn() {
      TestPlayer player = verified();
      database
          .sql(
              "UPDATE auth.session SET authenticated_at = authenticated_at - interval '16 min'"
                  + " WHERE account_id = ?::uuid")
          .param(player.id())
          .update();
      assertProblem(link(player, now(somebody)), 403, "STEP_UP_REQUIRED");
    }

    @Test
    void linkingTelegramNeedsAVerifiedAddress() {
      assertProblem(link(SERVER.newPlayer(), now(somebody)), 409, "EMAIL_NOT_VERIFIED");
    }
  }

  @Test
  void malformedRequestIsRejected() {
    assertInvalid(http.post("/auth/telegram", "{\"initData\":\"\"}").send(), "initData");
    assertInvalid(
        http.post("/auth/telegram", TestMarket.json("initData", "x".repeat(8_193))).send(),
        "initData");
  }
}
