package io.playledger.access.identity;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class SessionsIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();

  private final HttpTestClient http = SERVER.http();
  private final JdbcClient database = JdbcClient.create(SERVER.bean(DataSource.class));
  private final TestPlayer player = SERVER.newPlayer();

  @Nested
  class Refresh {

    @Test
    void refreshReturnsNewTokensOfTheSameSession() {
      JsonNode first = logIn();
      JsonNode second = refresh(first).data();

      assertThat(second.path("sessionId")).isEqualTo(first.path("sessionId"));
      assertThat(second.path("refreshToken")).isNotEqualTo(first.path("refreshToken"));
      assertThat(second.path("accessToken")).isNotEqualTo(first.path("accessToken"));
      assertThat(me(second.path("accessToken").asString())).isEqualTo(200);
    }

    @Test
    void refreshTokensAreHashedAndAddressesEncrypted() {
      JsonNode session = logIn();
      String secret = session.path("refreshToken").asString();
      List<Map<String, Object>> rows =
          database.sql("SELECT * FROM auth.refresh_token").query().listOfRows();
      List<Map<String, Object>> sessions =
          database
              .sql("SELECT * FROM auth.session WHERE id = ?::uuid")
              .param(session.path("sessionId").asString())
              .query()
              .listOfRows();

      assertThat(rows).isNotEmpty().noneMatch(row -> row.toString().contains(secret));
      assertThat(sessions).hasSize(1);
      assertThat(sessions.getFirst().toString()).doesNotContain("127.0.0.1");
      assertThat(
              new String(
                  (byte[]) sessions.getFirst().get("address_sealed"), StandardCharsets.ISO_8859_1))
          .doesNotContain("127.0.0.1");
    }

    @Test
    void repeatedRefreshOfTheSameClientGetsTheSameTokens() {
      JsonNode first = logIn();
      JsonNode answer = refresh(first).data();
      JsonNode again = refresh(first).data();

      assertThat(again.path("refreshToken")).isEqualTo(answer.path("refreshToken"));
      assertThat(refresh(again).status()).isEqualTo(200);
    }

    @Test
    void twoParallelRefreshesOfOneClientKeepTheSession() throws Exception {
      JsonNode first = logIn();
      List<HttpTestClient.Reply> replies = new ArrayList<>();
      try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
        Callable<HttpTestClient.Reply> attempt = () -> refresh(first);
        for (Future<HttpTestClient.Reply> reply :
            clients.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
          replies.add(reply.get());
        }
      }

      assertThat(replies).allMatch(reply -> reply.status() == 200);
      assertThat(replies.stream().map(reply -> reply.data().path("refreshToken").asString()))
          .hasSize(4)
          .containsOnly(replies.getFirst().data().path("refreshToken").asString());
    }

    @Test
    void reuseAfterTheSuccessorWasUsedEndsTheSession() {
      JsonNode stolen = logIn();
      JsonNode second = refresh(stolen).data();
      JsonNode third = refresh(second).data();

      assertProblem(refresh(stolen), 401, "SESSION_ENDED");
      assertProblem(refresh(third), 401, "SESSION_ENDED");
      assertThat(me(third.path("accessToken").asString())).isEqualTo(401);
      assertThat(endReason(stolen)).isEqualTo("TOKEN_REUSED");
      assertThat(
              http.get("/admin/events?aggregateId=audit-" + player.id())
                  .as(SERVER.admin())
                  .send()
                  .data()
                  .findValuesAsString("type"))
          .contains("audit.RefreshTokenReused");
    }

    @Test
    void reuseFromAnotherDeviceEndsTheSession() {
      JsonNode first = logIn();
      JsonNode second = refresh(first).data();
      HttpTestClient.Reply thief =
          http.post("/auth/refresh", body(first)).header("User-Agent", "another browser").send();

      assertProblem(thief, 401, "SESSION_ENDED");
      assertProblem(refresh(second), 401, "SESSION_ENDED");
    }

    @Test
    void reuseAfterTheRetryWindowEndsTheSession() {
      JsonNode first = logIn();
      JsonNode second = refresh(first).data();
      database
          .sql("UPDATE auth.refresh_token SET used_at = ? WHERE hash = sha256(?::bytea)")
          .params(
              Timestamp.from(SERVER.now().minusSeconds(11)), first.path("refreshToken").asString())
          .update();

      assertProblem(refresh(first), 401, "SESSION_ENDED");
      assertProblem(refresh(second), 401, "SESSION_ENDED");
    }

    @Test
    void expiredRefreshTokenIsRejected() {
      JsonNode session = logIn();
      database
          .sql("UPDATE auth.refresh_token SET expires_at = ? WHERE hash = sha256(?::bytea)")
          .params(
              Timestamp.from(SERVER.now().minusSeconds(1)), session.path("refreshToken").asString())
          .update();

      assertProblem(refresh(session), 401, "SESSION_ENDED");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "plr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
          "plr_short",
          "nonsense",
          "' OR 1=1 --"
        })
    void inventedRefreshTokenIsRejected(String token) {
      assertProblem(
          http.post("/auth/refresh", TestMarket.json("refreshToken", token)).send(),
          401,
          "SESSION_ENDED");
    }

    @Test
    void accessAndRefreshTokensAreNotInterchangeable() {
      JsonNode session = logIn();

      assertInvalid(
          http.post(
                  "/auth/refresh",
                  TestMarket.json("refreshToken", session.path("accessToken").asString()))
              .send(),
          "refreshToken");
      assertThat(me(session.path("refreshToken").asString())).isEqualTo(401);
    }

    @Test
    void missingRefreshTokenIsAnInvalidRequest() {
      assertInvalid(http.post("/auth/refresh", "{}").send(), "refreshToken");
      assertInvalid(http.post("/auth/refresh", null).send(), "refreshToken");
    }

    @Test
    void refreshDoesNotLengthenASessionBeyondItsGreatestAge() {
      JsonNode session = logIn();
      database
          .sql("UPDATE auth.session SET authenticated_at = ? WHERE id = ?::uuid")
          .params(
              Timestamp.from(SERVER.now().minus(Duration.ofDays(89))),
              session.path("sessionId").asString())
          .update();

      String end = refresh(session).data().path("refreshExpiresAt").asString();

      assertThat(Instant.parse(end))
          .isBetween(
              SERVER.now().plus(Duration.ofHours(23)), SERVER.now().plus(Duration.ofDays(1)));
    }

    @Test
    void refreshWorksWithAnExpiredAccessToken() {
      JsonNode session = logIn();
      assertThat(http.post("/auth/refresh", body(session)).token("stale").send().status())
          .isEqualTo(200);
    }
  }

  @Nested
  class Leaving {

    @Test
    void logoutByAccessTokenEndsThisSessionOnly() {
      JsonNode here = logIn();
      JsonNode there = logIn();
      HttpTestClient.Reply reply =
          http.post("/auth/logout", null).token(here.path("accessToken").asString()).send();

      assertThat(reply.data().path("ended").asInt()).isEqualTo(1);
      assertThat(me(here.path("accessToken").asString())).isEqualTo(401);
      assertProblem(refresh(here), 401, "SESSION_ENDED");
      assertThat(me(there.path("accessToken").asString())).isEqualTo(200);
    }

    @Test
    void logoutByRefreshTokenCanBeRepeated() {
      JsonNode session = logIn();
      assertThat(http.post("/auth/logout", body(session)).send().data().path("ended").asInt())
          .isEqualTo(1);
      assertThat(http.post("/auth/logout", body(session)).send().data().path("ended").asInt())
          .isZero();
      assertThat(me(session.path("accessToken").asString())).isEqualTo(401);
    }

    @Test
    void logoutWithoutASessionIsRefused() {
      assertProblem(http.post("/auth/logout", null).send(), 401, "UNAUTHENTICATED");
    }

    @Test
    void logoutAllEndsEverySession() {
      JsonNode here = logIn();
      JsonNode there = logIn();
      HttpTestClient.Reply reply =
          http.post("/auth/logout-all", null).token(here.path("accessToken").asString()).send();

      assertThat(reply.data().path("ended").asInt()).isEqualTo(3);
      assertThat(me(here.path("accessToken").asString())).isEqualTo(401);
      assertProblem(refresh(there), 401, "SESSION_ENDED");
    }

    @Test
    void sessionIsEndedFromAnother() {
      JsonNode here = logIn();
      JsonNode there = logIn();
      String path = "/auth/sessions/" + there.path("sessionId").asString();
      String token = here.path("accessToken").asString();

      assertThat(http.delete(path).token(token).send().status()).isEqualTo(200);
      assertThat(me(there.path("accessToken").asString())).isEqualTo(401);
      assertProblem(http.delete(path).token(token).send(), 404, "NOT_FOUND");
    }

    @Test
    void sessionOfAnotherAccountIsNotFoundAndStaysOpen() {
      JsonNode mine = logIn();
      TestPlayer stranger = SERVER.newPlayer();

      assertProblem(
          http.delete("/auth/sessions/" + mine.path("sessionId").asString()).as(stranger).send(),
          404,
          "NOT_FOUND");
      assertThat(me(mine.path("accessToken").asString())).isEqualTo(200);
    }

    @Test
    void changedPasswordEndsEveryOtherSession() {
      JsonNode here = logIn();
      JsonNode there = logIn();
      http.post(
              "/auth/change-password",
              TestMarket.json(
                  "currentPassword", TestPlayer.PASSWORD, "newPassword", "Another-horse-8"))
          .token(here.path("accessToken").asString())
          .send();

      assertThat(me(here.path("accessToken").asString())).isEqualTo(200);
      assertThat(me(there.path("accessToken").asString())).isEqualTo(401);
      assertThat(endReason(there)).isEqualTo("CREDENTIALS_CHANGED");
    }
  }

  @Test
  void oneSessionTooManyEndsTheOneThatWasUnusedForLongest() {
    database
        .sql(
            """
            INSERT INTO auth.session (id, account_id, device, address_hash, address_sealed, methods,
              authenticated_at, used_at, expires_at)
            SELECT gen_random_uuid(), account_id, device, address_hash, address_sealed, methods,
              authenticated_at, used_at + n * interval '1 microsecond', expires_at
            FROM auth.session, generate_series(1, 48) AS n WHERE account_id = ?::uuid
            """)
        .param(player.id())
        .update();
    logIn();
    assertThat(me(player.token())).as("with fifty sessions").isEqualTo(200);

    logIn();

    assertThat(me(player.token())).isEqualTo(401);
    assertThat(
            database
                .sql(
                    "SELECT coalesce(end_reason, 'open') || ' ' || count(*) FROM auth.session"
                        + " WHERE account_id = ?::uuid GROUP BY end_reason")
                .param(player.id())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("open 50", "TOO_MANY 1");
  }

  @Test
  void listShowsDeviceAddressAndTheCurrentSession() {
    JsonNode session =
        http.post(
                "/auth/login",
                TestMarket.json(
                    "email",
                    player.email(),
                    "password",
                    TestPlayer.PASSWORD,
                    "device",
                    "Ann's phone"))
            .send()
            .data();
    JsonNode listed =
        http.get("/auth/sessions").token(session.path("accessToken").asString()).send().data();

    assertThat(listed.size()).isEqualTo(2);
    assertThat(listed.get(0).path("id")).isEqualTo(session.path("sessionId"));
    assertThat(listed.get(0).path("device").asString()).isEqualTo("Ann's phone");
    assertThat(listed.get(0).path("address").asString()).isEqualTo("127.0.0.1");
    assertThat(listed.get(0).path("current").asBoolean()).isTrue();
    assertThat(listed.get(1).path("device").asString()).startsWith("Java-http-client");
    assertThat(listed.get(1).path("current").asBoolean()).isFalse();
  }

  private JsonNode logIn() {
    return http.post(
            "/auth/login",
            TestMarket.json("email", player.email(), "password", TestPlayer.PASSWORD))
        .send()
        .data();
  }

  private HttpTestClient.Reply refresh(JsonNode session) {
    return http.post("/auth/refresh", body(session)).send();
  }

  private static String body(JsonNode session) {
    return TestMarket.json("refreshToken", session.path("refreshToken").asString());
  }

  private int me(String token) {
    return http.get("/auth/me").token(token).send().status();
  }

  private String endReason(JsonNode session) {
    return database
        .sql("SELECT end_reason FROM auth.session WHERE id = ?::uuid")
        .param(session.path("sessionId").asString())
        .query(String.class)
        .single();
  }
}
