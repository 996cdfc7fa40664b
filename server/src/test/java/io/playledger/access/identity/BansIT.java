package io.playledger.access.identity;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class BansIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final String REASON = TestMarket.json("reason", "sold what was not there");

  private final HttpTestClient http = SERVER.http();
  private final TestPlayer player = SERVER.newPlayer();

  @Test
  void bannedPlayerLosesAllSessionsAndCannotLogIn() {
    TestPlayer moderator = SERVER.newPlayerWithRole("moderator");
    HttpTestClient.Reply banned = ban(player, REASON, moderator);

    assertThat(banned.status()).isEqualTo(200);
    assertThat(banned.position()).isPositive();
    assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(401);
    assertProblem(logIn(), 403, "ACCOUNT_BANNED");
    assertThat(
            http.get("/players/" + player.id())
                .as(moderator)
                .after(banned)
                .send()
                .data()
                .path("banned")
                .asBoolean())
        .isTrue();
  }

  @Test
  void banIsRevealedOnlyWithTheRightPassword() {
    ban(player, REASON, SERVER.admin());
    HttpTestClient.Reply wrong =
        http.post(
                "/auth/login",
                TestMarket.json("email", player.email(), "password", "Wrong-horse-7"))
            .send();

    assertProblem(wrong, 401, "CREDENTIALS_REJECTED");
  }

  /** Its event would be stored, and no projection could ever handle it. */
  @Test
  void banUntilATimeThatCannotBeStoredIsRejectedAndNothingIsStored() {
    for (String until :
        new String[] {"+1000000000-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z"}) {
      assertInvalid(
          ban(player, TestMarket.json("reason", "too long", "until", until), SERVER.admin()),
          "until");
    }
    assertThat(
            ban(
                    player,
                    TestMarket.json("reason", "long", "until", "9999-12-31T23:59:59Z"),
                    SERVER.admin())
                .status())
        .isEqualTo(200);
  }

  @Test
  void unbannedPlayerCanLogInAgain() {
    ban(player, REASON, SERVER.admin());
    HttpTestClient.Reply unbanned =
        http.post("/admin/players/" + player.id() + "/unban", REASON)
            .as(SERVER.admin())
            .keyed()
            .send();

    assertThat(unbanned.status()).isEqualTo(200);
    assertThat(logIn().status()).isEqualTo(200);
  }

  @Test
  void expiredBanNoLongerApplies() {
    Instant soon = SERVER.now().plus(Duration.ofDays(1));
    ban(player, TestMarket.json("reason", "cools down", "until", soon.toString()), SERVER.admin());
    HttpTestClient.Reply meanwhile = logIn();
    JdbcClient.create(SERVER.bean(DataSource.class))
        .sql("UPDATE auth.account SET banned_until = clock_timestamp() WHERE id = ?::uuid")
        .param(player.id())
        .update();

    assertProblem(meanwhile, 403, "ACCOUNT_BANNED");
    assertThat(Instant.parse(meanwhile.details().path("until").asString()))
        .isBetween(soon.minusMillis(1), soon.plusMillis(1));
    String token = logIn().data().path("accessToken").asString();
    assertThat(http.get("/auth/me").token(token).send().status()).isEqualTo(200);
  }

  @Test
  void invalidBansAreRejected() {
    String past = SERVER.now().minusSeconds(5).toString();
    assertProblem(
        ban(player, TestMarket.json("reason", "late", "until", past), SERVER.admin()),
        422,
        "BAN_ENDS_IN_THE_PAST");
    assertInvalid(ban(player, TestMarket.json("reason", " "), SERVER.admin()), "reason");
    ban(player, REASON, SERVER.admin());
    assertProblem(ban(player, REASON, SERVER.admin()), 409, "PLAYER_ALREADY_BANNED");
    TestPlayer nobody = new TestPlayer(UUID.randomUUID().toString(), "", "", "");
    assertProblem(ban(nobody, REASON, SERVER.admin()), 404, "PLAYER_NOT_FOUND");
  }

  @Test
  void banOfOneselfAndBanOfStaffByAModeratorAreRejected() {
    TestPlayer moderator = SERVER.newPlayerWithRole("moderator");
    TestPlayer auditor = SERVER.newPlayerWithRole("auditor");

    assertProblem(ban(SERVER.admin(), REASON, SERVER.admin()), 403, "FORBIDDEN");
    assertProblem(ban(auditor, REASON, moderator), 403, "FORBIDDEN");
    assertThat(ban(auditor, REASON, SERVER.admin()).status()).isEqualTo(200);
  }

  @Test
  void repeatedBanCompletesAnInterruptedOne() {
    UUID key = UUID.randomUUID();
    ban(player, REASON, SERVER.admin(), key);
    // what a crash between the event and the account leaves
    JdbcClient.create(SERVER.bean(DataSource.class))
        .sql("UPDATE auth.account SET banned = false WHERE id = ?::uuid")
        .param(player.id())
        .update();
    assertThat(logIn().status()).isEqualTo(200);

    HttpTestClient.Reply again = ban(player, REASON, SERVER.admin(), key);

    assertThat(again.replayed()).isTrue();
    assertProblem(logIn(), 403, "ACCOUNT_BANNED");
  }

  @Test
  void revokedRoleEndsAtOnceAndARepeatedGrantDoesNotRestoreIt() {
    UUID grantKey = UUID.randomUUID();
    assertThat(grant(grantKey).status()).isEqualTo(200);
    assertThat(http.get("/admin/events").as(player).send().status()).isEqualTo(200);
    HttpTestClient.Reply revoked =
        http.post("/admin/players/" + player.id() + "/roles/auditor/revoke", REASON)
            .as(SERVER.admin())
            .keyed()
            .send();

    assertThat(revoked.status()).isEqualTo(200);
    assertThat(http.get("/admin/events").as(player).send().status()).isEqualTo(403);
    assertThat(grant(grantKey).replayed()).isTrue();
    assertThat(http.get("/admin/events").as(player).send().status()).isEqualTo(403);
  }

  @Test
  void revokingARoleOfOneselfIsRejected() {
    assertProblem(
        http.post("/admin/players/" + SERVER.admin().id() + "/roles/admin/revoke", REASON)
            .as(SERVER.admin())
            .keyed()
            .send(),
        403,
        "FORBIDDEN");
  }

  private HttpTestClient.Reply grant(UUID key) {
    return http.post(
            "/admin/players/" + player.id() + "/roles",
            TestMarket.json("role", "auditor", "reason", "for a test"))
        .as(SERVER.admin())
        .keyed(key)
        .send();
  }

  private HttpTestClient.Reply ban(TestPlayer whom, String body, TestPlayer by) {
    return ban(whom, body, by, UUID.randomUUID());
  }

  private HttpTestClient.Reply ban(TestPlayer whom, String body, TestPlayer by, UUID key) {
    return http.post("/admin/players/" + whom.id() + "/ban", body).as(by).keyed(key).send();
  }

  private HttpTestClient.Reply logIn() {
    return http.post(
            "/auth/login",
            TestMarket.json("email", player.email(), "password", TestPlayer.PASSWORD))
        .send();
  }
}
