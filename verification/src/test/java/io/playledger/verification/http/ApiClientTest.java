package io.playledger.verification.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.playledger.verification.measure.Latencies;
import io.playledger.verification.measure.Tally;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ApiClientTest {

  private static final UUID KEY = new Keys(1, "test").of("step");
  private static final RetryPolicy EAGER = new RetryPolicy(1, 1, 5, 10_000, 5_000);

  private final Latencies latencies = new Latencies();
  private final Tally<RetryReason> retried = new Tally<>();

  private ApiClient client(URI url, RetryPolicy policy) {
    return new ApiClient(url, policy, latencies, retried);
  }

  private static ApiCall call() {
    return ApiCall.of("kind", "POST", "/things", Json.object().put("a", 1)).keyed(KEY);
  }

  @Test
  void clientRetriesWithTheSameKeyAndBodyUntilItHasAnAnswer() throws IOException {
    try (StandIn server =
            new StandIn(
                0,
                (exchange, asked, times) -> {
                  switch (times) {
                    case 0 -> StandIn.problem(exchange, 503, "UNAVAILABLE");
                    case 1 -> StandIn.problem(exchange, 429, "RATE_LIMITED");
                    case 2 -> StandIn.problem(exchange, 409, "COMMAND_IN_FLIGHT");
                    default -> StandIn.ok(exchange, "{\"id\":\"x\"}", true);
                  }
                });
        ApiClient client = client(server.url(), EAGER)) {
      ApiReply reply = client.send(call());
      assertThat(reply.text("id")).isEqualTo("x");
      assertThat(reply.replayed()).isTrue();
      assertThat(reply.position()).isEqualTo(7);
      assertThat(server.asked()).hasSize(4);
      assertThat(server.asked().stream().map(StandIn.Asked::key).distinct())
          .containsExactly(KEY.toString());
      assertThat(server.asked().stream().map(StandIn.Asked::body).distinct())
          .containsExactly("{\"a\":1}");
      assertThat(retried.counts())
          .containsEntry(RetryReason.UNAVAILABLE, 1L)
          .containsEntry(RetryReason.RATE_LIMITED, 1L)
          .containsEntry(RetryReason.IN_FLIGHT, 1L);
      assertThat(latencies.byKind().get("kind").count()).isEqualTo(1);
    }
  }

  @Test
  void conflictThatIsDecidedIsAnAnswer() throws IOException {
    try (StandIn server =
            new StandIn(
                0, (exchange, asked, times) -> StandIn.problem(exchange, 409, "ESCROW_DISPUTED"));
        ApiClient client = client(server.url(), EAGER)) {
      assertThat(client.send(call()).code()).isEqualTo("ESCROW_DISPUTED");
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void clientWaitsForARestartingServer() throws IOException {
    int port;
    try (StandIn gone = new StandIn(0, (exchange, asked, times) -> {})) {
      port = gone.port();
    }
    try (ApiClient client = client(URI.create("http://127.0.0.1:" + port), EAGER)) {
      CompletableFuture<ApiReply> reply = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> reply.complete(client.send(call())));
      await().until(() -> retried.of(RetryReason.CONNECTION_LOST) > 3);
      try (StandIn back =
          new StandIn(port, (exchange, asked, times) -> StandIn.ok(exchange, "{}", false))) {
        assertThat(reply).succeedsWithin(Duration.ofSeconds(5));
        assertThat(back.asked()).hasSize(1);
      }
    }
  }

  @Test
  void timeoutIsAnUnknownOutcomeAndRetriedWithTheSameKey() throws IOException {
    CountDownLatch end = new CountDownLatch(1);
    try (StandIn server =
            new StandIn(
                0,
                (exchange, asked, times) -> {
                  if (times == 0) {
                    awaitEnd(end);
                  }
                  StandIn.ok(exchange, "{}", times > 0);
                });
        ApiClient client = client(server.url(), new RetryPolicy(1, 1, 5, 10_000, 200))) {
      assertThat(client.send(call()).ok()).isTrue();
      assertThat(retried.of(RetryReason.TIMED_OUT)).isEqualTo(1);
      assertThat(server.asked().stream().map(StandIn.Asked::key).distinct())
          .containsExactly(KEY.toString());
      end.countDown();
    }
  }

  private static void awaitEnd(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void clientGivesUpWhenItsTimeIsOver() throws IOException {
    try (StandIn server =
            new StandIn(
                0, (exchange, asked, times) -> StandIn.problem(exchange, 503, "UNAVAILABLE"));
        ApiClient client = client(server.url(), new RetryPolicy(1, 1, 5, 100, 1_000))) {
      assertThatExceptionOfType(ServerGone.class).isThrownBy(() -> client.send(call()));
    }
  }

  @Test
  void clientDoesNotWaitTwiceForALostServer() throws IOException {
    int port;
    try (StandIn gone = new StandIn(0, (exchange, asked, times) -> {})) {
      port = gone.port();
    }
    URI url = URI.create("http://127.0.0.1:" + port);
    try (ApiClient client = client(url, new RetryPolicy(1, 1, 5, 200, 1_000))) {
      assertThatExceptionOfType(ServerGone.class).isThrownBy(() -> client.send(call()));
      long before = retried.of(RetryReason.CONNECTION_LOST);
      assertThatExceptionOfType(ServerGone.class).isThrownBy(() -> client.send(call()));
      assertThat(retried.of(RetryReason.CONNECTION_LOST)).isEqualTo(before + 1);
    }
  }

  @Test
  void clientLogsInAgainWhenTheTokenHasExpired() throws IOException {
    try (StandIn server =
            new StandIn(
                0,
                (exchange, asked, times) -> {
                  if (asked.path().endsWith("/auth/login")) {
                    String login = "{\"accessToken\":\"t" + times + "\",\"playerId\":\"p\"}";
                    StandIn.ok(exchange, login, false);
                  } else if ("Bearer t0".equals(asked.token())) {
                    StandIn.problem(exchange, 401, "UNAUTHENTICATED");
                  } else {
                    StandIn.ok(exchange, "{}", false);
                  }
                });
        ApiClient client = client(server.url(), EAGER)) {
      Actor actor = new Actor("me", "me@example.com", "a password");
      client.login(actor);
      assertThat(client.send(call().as(actor)).ok()).isTrue();
      assertThat(retried.of(RetryReason.TOKEN_EXPIRED)).isEqualTo(1);
      assertThat(actor.seen()).isEqualTo(7);
    }
  }

  @Test
  void tokenThatStaysInvalidIsAnAnswer() throws IOException {
    try (StandIn server =
            new StandIn(
                0, (exchange, asked, times) -> StandIn.problem(exchange, 401, "UNAUTHENTICATED"));
        ApiClient client = client(server.url(), EAGER)) {
      assertThat(client.send(call().header("Authorization", "Bearer forged")).status())
          .isEqualTo(401);
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void keysDependOnSeedRunAndStepOnly() {
    assertThat(new Keys(1, "test").of("step")).isEqualTo(KEY);
    assertThat(new Keys(2, "test").of("step")).isNotEqualTo(KEY);
    assertThat(new Keys(1, "other").of("step")).isNotEqualTo(KEY);
    assertThat(new Keys(1, "test").of("other")).isNotEqualTo(KEY);
    assertThat(KEY.version()).isEqualTo(8);
    assertThat(KEY.variant()).isEqualTo(2);
  }

  @Test
  void delaysGrowUpToTheirLimitAndAreTheSameForTheSameSeed() {
    RetryPolicy policy = new RetryPolicy(3, 50, 2_000, 10_000, 1_000);
    for (int retry = 0; retry < 40; retry++) {
      long delay = policy.delayMillis(99, retry);
      assertThat(delay).isBetween(25L, 2_000L).isEqualTo(policy.delayMillis(99, retry));
    }
    assertThat(policy.delayMillis(99, 30)).isGreaterThanOrEqualTo(1_000);
  }
}
