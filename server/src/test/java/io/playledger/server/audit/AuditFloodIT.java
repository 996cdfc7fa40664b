package io.playledger.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The window of the audit ends while the test looks. */
class AuditFloodIT {

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final ServerUnderTest SERVER = start();

  private static ServerUnderTest start() {
    return ServerUnderTest.startFresh(
        "--playledger.audit.single-entries-max=5",
        "--playledger.audit.window=" + WINDOW.toMinutes() + "m",
        "--playledger.audit.counting-period=100ms");
  }

  @AfterAll
  static void end() {
    SERVER.close();
  }

  @Test
  void failedSignInsAboveTheBudgetAreRecordedAsOneCount() {
    TestPlayer player = SERVER.newPlayer();
    for (int i = 0; i < 9; i++) {
      logIn(player, "Wrong-horse-7");
    }
    logIn(player, TestPlayer.PASSWORD);
    SERVER.passes(WINDOW);

    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(trail(player))
                    .extracting(entry -> entry.path("type").asString())
                    .containsExactlyInAnyOrder(
                        "audit.SignInSucceeded",
                        "audit.SignInFailed",
                        "audit.SignInFailed",
                        "audit.SignInFailed",
                        "audit.SignInFailed",
                        "audit.SignInFailed",
                        "audit.SignInSucceeded",
                        "audit.AuditEntriesCounted"));
    assertThat(trail(player))
        .filteredOn(entry -> entry.path("type").asString().equals("audit.AuditEntriesCounted"))
        .extracting(entry -> entry.path("payload").path("entries").asInt())
        .containsExactly(4);
  }

  private void logIn(TestPlayer player, String password) {
    SERVER
        .http()
        .post("/auth/login", TestMarket.json("email", player.email(), "password", password))
        .send();
  }

  private List<JsonNode> trail(TestPlayer player) {
    return SERVER
        .http()
        .get("/admin/events?limit=100&aggregateId=audit-" + player.id())
        .as(SERVER.admin())
        .send()
        .data()
        .valueStream()
        .toList();
  }
}
