package io.playledger.server.apikey;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The life of API keys over HTTP. */
class ApiKeysIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpTestClient http = SERVER.http();
  private final TestPlayer developer = SERVER.newPlayerWithRole("developer");

  private HttpTestClient.Reply create(String members) {
    return http.post(
            "/api-keys",
            "{\"name\":\"game server\",\"scopes\":[\"wallet:read\"]%s}".formatted(members))
        .as(developer)
        .keyed()
        .send();
  }

  private JsonNode created(String members) {
    HttpTestClient.Reply reply = create(members);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    return reply.data();
  }

  private static String secret(JsonNode key) {
    return key.path("secret").asString();
  }

  private static String id(JsonNode key) {
    return key.path("id").asString();
  }

  private HttpTestClient.Reply wallet(String secret) {
    return http.get("/wallet").header("X-Api-Key", secret).send();
  }

  private HttpTestClient.Reply rotate(String id, String overlap) {
    return http.post("/api-keys/" + id + "/rotate", "{\"overlap\":\"" + overlap + "\"}")
        .as(developer)
        .keyed()
        .send();
  }

  @Nested
  class Secret {

    @Test
    void secretIsShownOnceAndStoredAsAHashOnly() {
      HttpTestClient.Reply reply = create("");
      String secret = secret(reply.data());
      assertThat(secret).matches("plk_[A-Za-z0-9_-]{43}");
      assertThat(reply.header("Cache-Control")).contains("no-store");

      JsonNode listed = http.get("/api-keys").as(developer).send().data().get(0);
      assertThat(id(listed)).isEqualTo(id(reply.data()));
      assertThat(listed.has("secret")).isFalse();
      assertThat(listed.path("hint").asString()).isEqualTo(secret.substring(0, 8));
      String stored =
          JdbcClient.create(SERVER.bean(DataSource.class))
              .sql(
                  "SELECT s::text || k::text FROM auth.api_key k JOIN auth.api_key_secret s"
                      + " ON s.key_id = k.id WHERE k.id = ?::uuid")
              .param(id(listed))
              .query(String.class)
              .single();
      assertThat(stored).doesNotContain(secret.substring(8));
    }

    /** It outlives the session by months. */
    @Test
    void creatingAKeyRequiresARecentSignIn() {
      String id = id(created(""));
      JdbcClient.create(SERVER.bean(DataSource.class))
          .sql(
              "UPDATE auth.session SET authenticated_at = authenticated_at - interval '1 hour'"
                  + " WHERE account_id = ?::uuid")
          .param(developer.id())
          .update();

      assertProblem(create(""), 403, "STEP_UP_REQUIRED");
      assertProblem(rotate(id, "PT0S"), 403, "STEP_UP_REQUIRED");
    }

    @Test
    void repeatedRequestReturnsTheKeyWithoutItsSecret() {
      UUID once = UUID.randomUUID();
      String body = "{\"name\":\"bot\",\"scopes\":[\"wallet:read\"]}";
      HttpTestClient.Reply first = http.post("/api-keys", body).as(developer).keyed(once).send();
      HttpTestClient.Reply again = http.post("/api-keys", body).as(developer).keyed(once).send();
      assertThat(again.replayed()).isTrue();
      assertThat(id(again.data())).isEqualTo(id(first.data()));
      assertThat(again.data().has("secret")).isFalse();
      assertThat(wallet(secret(first.data())).status()).isEqualTo(200);
    }

    @Test
    void formerSecretIsAcceptedDuringTheOverlap() {
      JsonNode key = created("");
      HttpTestClient.Reply rotated = rotate(id(key), "PT1H");
      assertThat(rotated.status()).as(rotated.toString()).isEqualTo(200);
      assertThat(secret(rotated.data())).isNotEqualTo(secret(key));
      assertThat(wallet(secret(key)).status()).isEqualTo(200);
      assertThat(wallet(secret(rotated.data())).status()).isEqualTo(200);
    }

    @Test
    void formerSecretEndsAtOnceWithoutAnOverlap() {
      JsonNode key = created("");
      assertThat(wallet(secret(key)).status()).isEqualTo(200);
      HttpTestClient.Reply rotated = rotate(id(key), "PT0S");
      assertThat(wallet(secret(key)).status()).isEqualTo(401);
      assertThat(wallet(secret(rotated.data())).status()).isEqualTo(200);
    }

    @Test
    void laterOverlapDoesNotBringBackASecretThatHasEnded() {
      JsonNode key = created("");
      HttpTestClient.Reply second = rotate(id(key), "PT0S");
      HttpTestClient.Reply third = rotate(id(key), "PT1H");
      assertThat(wallet(secret(key)).status()).isEqualTo(401);
      assertThat(wallet(secret(second.data())).status()).isEqualTo(200);
      assertThat(wallet(secret(third.data())).status()).isEqualTo(200);
    }

    @Test
    void rotationWithoutAnOverlapEndsEveryFormerSecret() {
      JsonNode key = created("");
      HttpTestClient.Reply second = rotate(id(key), "PT1H");
      HttpTestClient.Reply third = rotate(id(key), "PT0S");
      assertThat(wallet(secret(key)).status()).isEqualTo(401);
      assertThat(wallet(secret(second.data())).status()).isEqualTo(401);
      assertThat(wallet(secret(third.data())).status()).isEqualTo(200);
    }

    @Test
    void overlapAboveItsLimitIsRejected() {
      assertProblem(rotate(id(created("")), "P8D"), 422, "API_KEY_OVERLAP_OUT_OF_RANGE");
      assertProblem(rotate(id(created("")), "-PT1H"), 422, "API_KEY_OVERLAP_OUT_OF_RANGE");
    }
  }

  @Nested
  class Use {

    @Test
    void keyActsForItsOwner() {
      HttpTestClient.Reply reply = wallet(secret(created("")));
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
      assertThat(reply.data()).isEqualTo(http.get("/wallet").as(developer).send().data());
      assertThat(reply.header("RateLimit-Policy"))
          .hasValueSatisfying(policy -> assertThat(policy).contains("everything-api-key"));
    }

    @Test
    void keyIsLimitedToItsScopes() {
      String secret = secret(created(""));
      HttpTestClient.Reply otherScope =
          http.get("/scores/history").header("X-Api-Key", secret).send();
      assertProblem(otherScope, 403, "FORBIDDEN");
      assertThat(otherScope.text()).contains("scores:read");
      assertProblem(http.get("/auth/me").header("X-Api-Key", secret).send(), 403, "FORBIDDEN");
      assertThat(http.get("/listings").header("X-Api-Key", secret).send().status())
          .as("public operations take keys as well")
          .isEqualTo(200);
    }

    @Test
    void keysOfDevelopersAndServerOwnersReportScores() {
      TestPlayer scorer = SERVER.newPlayer();
      for (String role : new String[] {"developer", "server-owner"}) {
        TestPlayer owner = SERVER.newPlayerWithRole(role);
        assertThat(score(scorer, scoresKey(owner)).status()).as(role).isEqualTo(200);
        assertProblem(
            http.post("/scores/update", scored(scorer)).as(owner).keyed().send(), 403, "FORBIDDEN");
      }
    }

    @Test
    void keyNeverExceedsTheRolesOfItsOwner() {
      String secret = scoresKey(developer);
      TestPlayer scorer = SERVER.newPlayer();
      assertThat(score(scorer, secret).status()).isEqualTo(200);
      http.post(
              "/admin/players/" + developer.id() + "/roles/developer/revoke",
              "{\"reason\":\"for a test\"}")
          .as(SERVER.admin())
          .keyed()
          .send();
      assertProblem(score(scorer, secret), 403, "FORBIDDEN");
    }

    private String scoresKey(TestPlayer owner) {
      return secret(
          http.post("/api-keys", "{\"name\":\"scores\",\"scopes\":[\"scores:issue\"]}")
              .as(owner)
              .keyed()
              .send()
              .data());
    }

    private HttpTestClient.Reply score(TestPlayer scorer, String secret) {
      return http.post("/scores/update", scored(scorer)).header("X-Api-Key", secret).keyed().send();
    }

    private String scored(TestPlayer scorer) {
      return "{\"playerId\":\"%s\",\"delta\":5}".formatted(scorer.id());
    }

    @Test
    void rolesOfStaffNeverApplyThroughAKey() {
      TestPlayer admin = SERVER.admin();
      String secret =
          secret(
              http.post(
                      "/api-keys",
                      "{\"name\":\"staff\",\"scopes\":[\"market:read\",\"scores:issue\"]}")
                  .as(admin)
                  .keyed()
                  .send()
                  .data());
      String escrow = "/escrows/" + new TestMarket(SERVER).inEscrow().id();

      assertThat(http.get(escrow).as(admin).send().status()).isEqualTo(200);
      assertThat(http.get(escrow).header("X-Api-Key", secret).send().status()).isEqualTo(404);
      assertThat(http.post("/scores/update", scored(developer)).as(admin).keyed().send().status())
          .isLessThan(300);
      assertProblem(score(developer, secret), 403, "FORBIDDEN");
    }

    @Test
    void keyIsRefusedWhileItsOwnerIsBanned() {
      String secret = secret(created(""));
      String admins = "/admin/players/" + developer.id();
      assertThat(wallet(secret).status()).isEqualTo(200);
      http.post(admins + "/ban", "{\"reason\":\"for a test\"}").as(SERVER.admin()).keyed().send();
      assertProblem(wallet(secret), 401, "UNAUTHENTICATED");
      http.post(admins + "/unban", "{\"reason\":\"for a test\"}").as(SERVER.admin()).keyed().send();
      assertThat(wallet(secret).status()).isEqualTo(200);
    }

    @Test
    void invalidSecretIsRefused() {
      String secret = secret(created(""));
      char other = secret.charAt(20) == 'A' ? 'B' : 'A';
      for (String wrong :
          new String[] {
            "",
            "plk_",
            "nonsense",
            secret.substring(1),
            secret + "A",
            secret.substring(0, 20) + other + secret.substring(21),
            secret.toLowerCase(java.util.Locale.ROOT) + ""
          }) {
        assertProblem(wallet(wrong), 401, "UNAUTHENTICATED");
      }
    }

    @Test
    void keyTogetherWithATokenIsRefused() {
      HttpTestClient.Reply both =
          http.get("/wallet").as(developer).header("X-Api-Key", secret(created(""))).send();
      assertProblem(both, 401, "UNAUTHENTICATED");
    }

    @Test
    void keyIsAcceptedFromItsNetworksOnly() {
      assertThat(wallet(secret(created(",\"addresses\":[\"127.0.0.0/8\"]"))).status())
          .isEqualTo(200);
      assertThat(wallet(secret(created(",\"addresses\":[\"203.0.113.0/24\"]"))).status())
          .isEqualTo(401);
      assertInvalid(create(",\"addresses\":[\"example.org\"]"), "addresses");
    }

    @Test
    void usageIsCountedPerDayAndOperation() {
      JsonNode key = created("");
      for (int i = 0; i < 3; i++) {
        wallet(secret(key));
      }
      http.get("/wallet/transactions").header("X-Api-Key", secret(key)).send();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                JsonNode used =
                    http.get("/api-keys/" + id(key) + "/usage").as(developer).send().data();
                assertThat(used.size()).isEqualTo(2);
                assertThat(used.get(0).path("operation").asString())
                    .isEqualTo("GET /api/v1/wallet");
                assertThat(used.get(0).path("requests").asLong()).isEqualTo(3);
                assertThat(used.get(1).path("requests").asLong()).isEqualTo(1);
              });
      assertThat(
              http.get("/api-keys/" + id(key) + "/usage")
                  .as(SERVER.newPlayerWithRole("developer"))
                  .send()
                  .code())
          .isEqualTo("API_KEY_NOT_FOUND");
      assertInvalid(
          http.get("/api-keys/" + id(key) + "/usage?from=2026-01-02&to=2026-01-01")
              .as(developer)
              .send(),
          "from");
    }
  }

  @Nested
  class End {

    @Test
    void expiryInThePastOrTooFarAheadIsRejected() {
      for (String expiresAt : new String[] {"2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"}) {
        assertProblem(
            create(",\"expiresAt\":\"" + expiresAt + "\""), 422, "API_KEY_EXPIRY_OUT_OF_RANGE");
      }
    }

    @Test
    void revokedKeyIsRefusedAtOnce() {
      JsonNode key = created("");
      assertThat(wallet(secret(key)).status()).isEqualTo(200);
      assertThat(revoke(key, developer).status()).isEqualTo(200);
      assertProblem(wallet(secret(key)), 401, "UNAUTHENTICATED");
      assertProblem(revoke(key, developer), 409, "API_KEY_ENDED");
    }

    @Test
    void onlyTheOwnerAndAdminsRevokeAKey() {
      JsonNode key = created("");
      assertProblem(revoke(key, SERVER.newPlayerWithRole("developer")), 404, "API_KEY_NOT_FOUND");
      assertThat(revoke(key, SERVER.admin()).status()).isEqualTo(200);
      assertThat(wallet(secret(key)).status()).isEqualTo(401);
    }

    private HttpTestClient.Reply revoke(JsonNode key, TestPlayer asker) {
      return http.delete("/api-keys/" + id(key)).as(asker).keyed().send();
    }
  }

  @Test
  void changesOfAKeyAreEventsWithTheirActor() {
    JsonNode key = created("");
    rotate(id(key), "PT1H");
    http.delete("/api-keys/" + id(key)).as(SERVER.admin()).keyed().send();
    JsonNode events =
        http.get("/admin/events?aggregateId=api-key-" + id(key)).as(SERVER.admin()).send().data();
    assertThat(events.findValuesAsString("type"))
        .extracting(type -> type.substring(type.lastIndexOf('.') + 1))
        .containsExactlyInAnyOrder("ApiKeyCreated", "ApiKeyRotated", "ApiKeyRevoked");
    assertThat(events.findValuesAsString("actorId")).contains(developer.id(), SERVER.admin().id());
    assertThat(events.toString()).doesNotContain(secret(key).substring(8));
  }

  @Test
  void numberOfUsableKeysPerOwnerIsLimited() {
    for (int i = 0; i < 19; i++) {
      created("");
    }
    JsonNode last = created("");
    assertProblem(create(""), 409, "API_KEY_LIMIT_REACHED");
    http.delete("/api-keys/" + id(last)).as(developer).keyed().send();
    created("");
  }

  @Test
  void unknownScopeIsRejected() {
    assertThat(
            http.post("/api-keys", "{\"name\":\"x\",\"scopes\":[\"everything\"]}")
                .as(developer)
                .keyed()
                .send()
                .status())
        .isEqualTo(400);
  }
}
