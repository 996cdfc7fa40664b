package io.playledger.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A repeated request is executed once. */
class IdempotencyIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private final HttpTestClient http = SERVER.http();

  private HttpTestClient.Call grant(TestPlayer player, String role, UUID key) {
    return http.post(
            "/admin/players/" + player.id() + "/roles",
            "{\"role\":\"" + role + "\",\"reason\":\"for a test\"}")
        .as(SERVER.admin())
        .keyed(key);
  }

  @Test
  void repeatGetsTheFirstAnswerAndStoresNothing() {
    TestPlayer player = SERVER.newPlayer();
    UUID key = UUID.randomUUID();
    HttpTestClient.Reply first = grant(player, "auditor", key).send();
    HttpTestClient.Reply again = grant(player, "auditor", key).send();

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.replayed()).isFalse();
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.replayed()).isTrue();
    assertThat(again.position()).isEqualTo(first.position());
    assertThat(again.data()).isEqualTo(first.data());
    assertThat(eventsOf(player)).isEqualTo(2);
  }

  @Test
  void sameBodyWithMembersInAnotherOrderIsARepeat() {
    TestPlayer player = SERVER.newPlayer();
    UUID key = UUID.randomUUID();
    grant(player, "auditor", key).send();
    HttpTestClient.Reply again =
        http.post(
                "/admin/players/" + player.id() + "/roles",
                "{ \"reason\": \"for a test\",\n \"role\": \"auditor\" }")
            .as(SERVER.admin())
            .keyed(key)
            .send();

    assertThat(again.replayed()).isTrue();
  }

  @Test
  void rejectionIsRepeated() {
    TestPlayer player = SERVER.newPlayerWithRole("auditor");
    UUID key = UUID.randomUUID();
    HttpTestClient.Reply first = grant(player, "auditor", key).send();
    HttpTestClient.Reply again = grant(player, "auditor", key).send();
    HttpTestClient.Reply other = grant(player, "analyst", key).send();

    assertThat(first.status()).isEqualTo(409);
    assertThat(first.code()).isEqualTo("ROLE_ALREADY_GRANTED").isEqualTo(again.code());
    assertThat(again.status()).isEqualTo(409);
    assertThat(first.replayed()).isFalse();
    assertThat(again.replayed()).isTrue();
    assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(other.replayed()).isFalse();
  }

  @Test
  void sameKeyOfAnotherPlayerIsAnotherKey() {
    TestPlayer other = SERVER.newPlayerWithRole("admin");
    TestPlayer player = SERVER.newPlayer();
    UUID key = UUID.randomUUID();
    grant(player, "auditor", key).send();
    HttpTestClient.Reply theirs =
        http.post(
                "/admin/players/" + player.id() + "/roles",
                "{\"role\":\"analyst\",\"reason\":\"for a test\"}")
            .as(other)
            .keyed(key)
            .send();

    assertThat(theirs.status()).isEqualTo(200);
    assertThat(theirs.replayed()).isFalse();
  }

  @Test
  void parallelRepeatsAreExecutedOnce() throws Exception {
    TestPlayer player = SERVER.newPlayer();
    UUID key = UUID.randomUUID();
    CountDownLatch start = new CountDownLatch(1);
    List<Future<HttpTestClient.Reply>> replies = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        replies.add(
            clients.submit(
                () -> {
                  start.await();
                  return grant(player, "auditor", key).send();
                }));
      }
      start.countDown();
      long fresh = 0;
      for (Future<HttpTestClient.Reply> future : replies) {
        HttpTestClient.Reply reply = future.get();
        assertThat(reply.status() == 200 || reply.code().equals("COMMAND_IN_FLIGHT"))
            .as(reply.toString())
            .isTrue();
        fresh += reply.status() == 200 && !reply.replayed() ? 1 : 0;
      }
      assertThat(fresh).isEqualTo(1);
    }
    assertThat(eventsOf(player)).isEqualTo(2);
  }

  /** Registered, and whatever came after. */
  private int eventsOf(TestPlayer player) {
    return http.get("/admin/events?aggregateId=player-" + player.id())
        .as(SERVER.admin())
        .send()
        .data()
        .size();
  }
}
