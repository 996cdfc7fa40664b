package io.playledger.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditTrailIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();

  private final HttpTestClient http = SERVER.http();
  private final TestPlayer player = SERVER.newPlayer();

  @Test
  void aSignInIsWrittenDownBeforeItsAnswer() {
    HttpTestClient.Reply trail = trail(player.id());

    assertThat(types(trail)).containsExactly("SignInSucceeded");
    JsonNode entry = trail.data().get(0);
    assertThat(entry.path("metadata").path("actorId").asString()).isEqualTo(player.id());
    assertThat(entry.path("metadata").path("clientAddressHash").asString()).hasSize(32);
    assertThat(trail.text()).contains("pwd").doesNotContain(player.email(), "127.0.0.1");
  }

  @Test
  void failedSignInsAreWrittenDownSoFarAsTheyDoNotFloodTheLog() {
    for (int i = 0; i < 9; i++) {
      logIn(player.email(), "Wrong-horse-7");
    }
    logIn(player.email(), TestPlayer.PASSWORD);

    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(types(trail(player.id())))
                    .containsExactlyInAnyOrder(
                        "SignInSucceeded",
                        "SignInFailed",
                        "SignInFailed",
                        "SignInFailed",
                        "SignInFailed",
                        "SignInFailed",
                        "SignInSucceeded"));
  }

  @Test
  void failuresOfNobodyAreWrittenDownToo() {
    logIn("nobody@example.org", "Wrong-horse-7");

    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(
            () -> {
              HttpTestClient.Reply trail = trail("nobody");
              assertThat(types(trail)).contains("SignInFailed");
              assertThat(trail.text()).doesNotContain("nobody@example.org");
            });
  }

  @Test
  void aChangedPasswordIsWrittenDown() {
    http.post(
            "/auth/change-password",
            TestMarket.json(
                "currentPassword", TestPlayer.PASSWORD, "newPassword", "Another-horse-8"))
        .as(player)
        .send();

    HttpTestClient.Reply trail = trail(player.id());
    assertThat(types(trail)).contains("CredentialChanged");
    assertThat(trail.text()).contains("PASSWORD_CHANGED").doesNotContain("Another-horse-8");
  }

  @Test
  void anActThatRolesDoNotAllowIsWrittenDownWithItsOperation() {
    http.post("/admin/players/" + player.id() + "/ban", "{}").as(player).keyed().send();

    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(
            () -> {
              HttpTestClient.Reply trail = trail(player.id());
              assertThat(types(trail)).contains("ActRefused");
              assertThat(trail.text()).contains("POST /api/v1/admin/players/{id}/ban");
            });
  }

  @Test
  void aLookAtACaseFileIsWrittenDownBeforeItIsHandedOut() {
    TestMarket.Trade trade = new TestMarket(SERVER).disputed();
    TestPlayer moderator = SERVER.newPlayerWithRole("moderator");
    await()
        .atMost(TestMarket.PATIENCE)
        .until(() -> http.get(trade.disputePath()).as(moderator).send().status() == 200);

    HttpTestClient.Reply trail = trail(moderator.id());
    assertThat(types(trail)).contains("PrivateDataViewed");
    assertThat(trail.text()).contains("dispute/" + trade.id());
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
