package io.playledger.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.access.identity.token.OneTimeTokens.Purpose;
import io.playledger.api.identity.PlayerId;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

@Isolated("reads the newest entries of the whole log")
class AuditTrailIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();

  private final HttpTestClient http = SERVER.http();
  private final TestMarket market = new TestMarket(SERVER);
  private final TestPlayer player = SERVER.newPlayer();

  @Test
  void signInIsRecordedBeforeItsReply() {
    HttpTestClient.Reply trail = trail(player.id());

    assertThat(types(trail)).containsExactly("audit.SignInSucceeded");
    JsonNode entry = trail.data().get(0);
    assertThat(entry.path("metadata").path("actorId").asString()).isEqualTo(player.id());
    assertThat(entry.path("metadata").path("clientAddressHash").asString()).hasSize(32);
    assertThat(trail.text()).contains("pwd").doesNotContain(player.email(), "127.0.0.1");
  }

  @Test
  void failedSignInsOfUnknownAccountsAreRecorded() {
    logIn("nobody@example.org", "Wrong-horse-7");

    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(
            () -> {
              HttpTestClient.Reply trail = trail("nobody");
              assertThat(types(trail)).contains("audit.SignInFailed");
              assertThat(trail.text()).doesNotContain("nobody@example.org");
            });
  }

  @Test
  void changedPasswordIsRecorded() {
    http.post(
            "/auth/change-password",
            TestMarket.json(
                "currentPassword", TestPlayer.PASSWORD, "newPassword", "Another-horse-8"))
        .as(player)
        .send();

    HttpTestClient.Reply trail = trail(player.id());
    assertThat(types(trail)).contains("audit.CredentialChanged");
    assertThat(trail.text()).contains("PASSWORD_CHANGED").doesNotContain("Another-horse-8");
  }

  @Test
  void changesByMailedTokensAreRecorded() {
    http.post("/auth/verify-email", TestMarket.json("token", mailed(Purpose.VERIFY_EMAIL))).send();
    http.post(
            "/auth/reset-password",
            TestMarket.json(
                "token", mailed(Purpose.RESET_PASSWORD), "newPassword", "Another-horse-8"))
        .send();

    assertThat(changes(player))
        .extracting(entry -> entry.path("payload").path("change").asString())
        .containsExactly("EMAIL_VERIFIED", "PASSWORD_RESET");
  }

  private String mailed(Purpose purpose) {
    return SERVER.bean(OneTimeTokens.class).issue(PlayerId.of(player.id()), purpose).text();
  }

  @Test
  void actionDeniedByRoleIsRecordedWithItsOperation() {
    http.post("/admin/players/" + player.id() + "/ban", "{}").as(player).keyed().send();

    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(
            () -> {
              HttpTestClient.Reply trail = trail(player.id());
              assertThat(types(trail)).contains("audit.ActRefused");
              assertThat(trail.text()).contains("POST /api/v1/admin/players/{id}/ban");
            });
  }

  @Test
  void accessToACaseFileIsRecordedBeforeItsReply() {
    TestMarket.Trade trade = market.disputed();
    TestPlayer moderator = SERVER.newPlayerWithRole("moderator");
    await()
        .atMost(TestMarket.PATIENCE)
        .until(() -> http.get(trade.disputePath()).as(moderator).send().status() == 200);

    HttpTestClient.Reply trail = trail(moderator.id());
    assertThat(types(trail)).contains("audit.PrivateDataViewed");
    assertThat(trail.text()).contains("dispute/" + trade.id());
  }

  @Test
  void everyChangeOfAnApiKeyIsRecordedWithItsActor() {
    TestPlayer developer = SERVER.newPlayerWithRole("developer");
    String key = market.apiKey(developer, "wallet:read").path("id").asString();
    http.post("/api-keys/" + key + "/rotate", "{}").as(developer).keyed().send();
    http.delete("/api-keys/" + key).as(SERVER.admin()).keyed().send();

    List<JsonNode> changes = changes(developer);
    assertThat(changes)
        .extracting(entry -> entry.path("payload").path("change").asString())
        .containsExactly("API_KEY_MADE", "API_KEY_ROTATED", "API_KEY_ENDED");
    assertThat(changes)
        .extracting(entry -> entry.path("metadata").path("actorId").asString())
        .containsExactly(developer.id(), developer.id(), SERVER.admin().id());
  }

  @Test
  void actionDeniedByScopeIsRecordedForTheOwner() {
    TestPlayer developer = SERVER.newPlayerWithRole("developer");
    String secret = market.apiKey(developer, "wallet:read").path("secret").asString();
    http.get("/scores/history").header("X-Api-Key", secret).send();
    http.get("/auth/me").header("X-Api-Key", secret).send();

    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(trail(developer.id()).text())
                    .contains("GET /api/v1/scores/history", "GET /api/v1/auth/me"));
  }

  @Test
  void accessByStaffIsRecordedAndAccessByPartiesIsNot() {
    TestMarket.Trade trade = market.inEscrow();
    TestPlayer auditor = SERVER.newPlayerWithRole("auditor");
    TestPlayer moderator = SERVER.newPlayerWithRole("moderator");
    String wallet = "/admin/aggregates/identity.Player/player-" + trade.buyer().id();
    look("/escrows/" + trade.id(), auditor, trade.buyer());
    look("/escrows/" + trade.id() + "/timeline", auditor, trade.buyer());
    look("/trades/" + trade.id(), moderator, trade.buyer());
    look(wallet, auditor);
    look("/admin/events?actor=" + trade.buyer().id(), auditor);
    look("/admin/events?actor=" + auditor.id(), auditor);
    look("/admin/events?actor=ann@example.org", auditor);
    look("/admin/events", auditor);

    assertThat(looks(auditor))
        .containsExactly(
            "escrow/" + trade.id(),
            "escrow-timeline/" + trade.id(),
            "aggregate/identity.Player/player-" + trade.buyer().id(),
            "events/" + trade.buyer().id());
    assertThat(looks(moderator)).containsExactly("trade/" + trade.id());
    assertThat(looks(trade.buyer())).isEmpty();
  }

  @Test
  void accessToTransactionsAndKeysOfOthersIsRecorded() {
    TestPlayer developer = SERVER.newPlayerWithRole("developer");
    TestPlayer payer = market.funded("GOLD", "10");
    String transaction =
        market
            .post(
                "/wallet/transfers",
                payer,
                TestMarket.json("to", developer.id(), "asset", "GOLD", "amount", "5"))
            .data()
            .path("transaction")
            .asString();
    String key = market.apiKey(developer, "wallet:read").path("id").asString();
    TestPlayer auditor = SERVER.newPlayerWithRole("auditor");
    TestPlayer admin = SERVER.newPlayerWithRole("admin");
    look("/wallet/transactions/" + transaction, auditor, payer, developer);
    look("/api-keys/" + key + "/usage", admin, developer);

    assertThat(looks(auditor)).containsExactly("transaction/" + transaction);
    assertThat(looks(admin)).containsExactly("api-key-usage/" + key);
    assertThat(looks(payer)).isEmpty();
    assertThat(looks(developer)).isEmpty();
  }

  private List<JsonNode> changes(TestPlayer of) {
    return trail(of.id())
        .data()
        .valueStream()
        .filter(entry -> entry.path("type").asString().equals("audit.CredentialChanged"))
        .toList();
  }

  private void look(String path, TestPlayer... lookers) {
    for (TestPlayer looker : lookers) {
      await()
          .atMost(TestMarket.PATIENCE)
          .untilAsserted(
              () -> assertThat(http.get(path).as(looker).send().status()).as(path).isEqualTo(200));
    }
  }

  private List<String> looks(TestPlayer looker) {
    return trail(looker.id())
        .data()
        .valueStream()
        .filter(entry -> entry.path("type").asString().equals("audit.PrivateDataViewed"))
        .map(entry -> entry.path("payload").path("what").asString())
        .toList();
  }

  private void logIn(String email, String password) {
    http.post("/auth/login", TestMarket.json("email", email, "password", password)).send();
  }

  private HttpTestClient.Reply trail(String whose) {
    HttpTestClient.Reply reply =
        http.get("/admin/events?limit=100&aggregateId=audit-" + whose).as(SERVER.admin()).send();
    assertThat(reply.status()).isEqualTo(200);
    return reply;
  }

  private static List<String> types(HttpTestClient.Reply trail) {
    return StreamSupport.stream(trail.data().spliterator(), false)
        .map(entry -> entry.path("type").asString())
        .toList();
  }
}
