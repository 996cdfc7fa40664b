package io.playledger.access.identity;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static io.playledger.server.TestMarket.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.access.identity.token.OneTimeTokens.Purpose;
import io.playledger.api.identity.PlayerId;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Normalisation of passwords, and logins during a password change. */
class PasswordsIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final int AT_ONCE = 12;

  private final HttpTestClient http = SERVER.http();
  private final TestPlayer player = SERVER.newPlayer();

  @Test
  void passwordIsTheSameFromEveryKeyboard() {
    String composed = "Caf\u00e9-horse 7";
    String decomposedWithAnotherBlank = "Cafe\u0301-horse\u00a07";
    assertThat(change(TestPlayer.PASSWORD, composed).status()).isEqualTo(200);

    assertThat(logIn(decomposedWithAnotherBlank).status()).isEqualTo(200);
    assertProblem(logIn("Cafe-horse 7"), 401, "CREDENTIALS_REJECTED");
  }

  @Test
  void incompleteCharacterInAPasswordIsRejectedWithoutAnError() {
    assertInvalid(logIn("Correct-horse-7\\ud83d"), "password");
    assertInvalid(change(TestPlayer.PASSWORD, "Another-horse-8\\ud83d"), "newPassword");
    assertInvalid(
        http.post(
                "/auth/register",
                json(
                    "email",
                    "half-" + player.email(),
                    "username",
                    "half-" + UUID.randomUUID().toString().substring(24),
                    "password",
                    "Another-horse-8\\udc00"))
            .keyed()
            .send(),
        "password");
  }

  /** Logins that wait for their hash were sent with the former password. */
  @Test
  void formerPasswordOpensNoSessionWhateverWasInProgress() throws Exception {
    String token =
        SERVER
            .bean(OneTimeTokens.class)
            .issue(new PlayerId(UUID.fromString(player.id())), Purpose.RESET_PASSWORD)
            .text();
    List<Callable<HttpTestClient.Reply>> requests = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      requests.add(() -> logIn(TestPlayer.PASSWORD));
    }
    requests.add(AT_ONCE / 3, () -> reset(token));
    List<HttpTestClient.Reply> replies = atOnce(requests);

    assertThat(replies.get(AT_ONCE / 3).status()).isEqualTo(200);
    assertThat(replies)
        .filteredOn(reply -> reply.data().has("accessToken"))
        .allSatisfy(
            in ->
                assertThat(
                        http.get("/auth/me")
                            .token(in.data().path("accessToken").asString())
                            .send()
                            .status())
                    .isEqualTo(401));
    assertThat(logIn("Reset-horse-9").status()).isEqualTo(200);
  }

  @Test
  void onlyOneOfSeveralParallelPasswordChangesSucceeds() throws Exception {
    List<Callable<HttpTestClient.Reply>> requests = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String wanted = "Another-horse-" + i;
      requests.add(() -> change(TestPlayer.PASSWORD, wanted));
    }

    assertThat(atOnce(requests))
        .extracting(HttpTestClient.Reply::status)
        .containsExactlyInAnyOrder(200, 401, 401, 401);
  }

  private static List<HttpTestClient.Reply> atOnce(List<Callable<HttpTestClient.Reply>> requests)
      throws Exception {
    List<HttpTestClient.Reply> replies = new ArrayList<>();
    try (ExecutorService clients = Executors.newFixedThreadPool(requests.size())) {
      for (Future<HttpTestClient.Reply> reply : clients.invokeAll(requests)) {
        replies.add(reply.get());
      }
    }
    return replies;
  }

  private HttpTestClient.Reply reset(String token) {
    return http.post("/auth/reset-password", json("token", token, "newPassword", "Reset-horse-9"))
        .send();
  }

  private HttpTestClient.Reply change(String current, String wanted) {
    return http.post(
            "/auth/change-password", json("currentPassword", current, "newPassword", wanted))
        .as(player)
        .send();
  }

  private HttpTestClient.Reply logIn(String password) {
    return http.post("/auth/login", json("email", player.email(), "password", password)).send();
  }
}
