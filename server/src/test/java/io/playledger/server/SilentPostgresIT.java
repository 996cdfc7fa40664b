package io.playledger.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.postgres.PostgresServer;
import io.playledger.postgres.StoppedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * PostgreSQL accepts data but does not answer: no request waits forever, and all answers are true.
 */
@Tag("proof")
@Isolated("holds promises in seconds")
class SilentPostgresIT {

  private static final Duration ANSWERED_MAX = Duration.ofSeconds(45);
  private static final Duration BACK_MAX = Duration.ofSeconds(60);

  private static Path data;
  private static ServerUnderTest server;
  private static Bank bank;

  @BeforeAll
  static void start() {
    data = ServerUnderTest.temporaryFolder();
    server =
        ServerUnderTest.start(
            data,
            "--playledger.pool-wait-millis-max=500",
            "--playledger.statement-millis-max=1000");
    bank = new Bank(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private record Timed(HttpTestClient.Reply reply, Duration took) {}

  @Test
  void everyRequestIsAnsweredAndEveryTransferIsDoneOnceIfPostgresqlIsSilent() throws Exception {
    TestPlayer payer = bank.playerWith("USD", "100.00");
    TestPlayer payee = server.newPlayer();
    assertThat(transfer(payer, payee, UUID.randomUUID()).status()).isEqualTo(201);
    Map<UUID, Future<Timed>> transfers = new LinkedHashMap<>();
    Map<String, Future<Timed>> others = new LinkedHashMap<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      long postmaster = PostgresServer.postmasterOn(data.resolve("postgres")).orElseThrow().pid();
      try (StoppedPostgres _ = StoppedPostgres.of(postmaster)) {
        for (int i = 0; i < 8; i++) {
          UUID key = UUID.randomUUID();
          transfers.put(key, clients.submit(timed(() -> transfer(payer, payee, key))));
        }
        others.put("wallet", clients.submit(timed(() -> get("/wallet", payer))));
        others.put("listings", clients.submit(timed(() -> get("/listings", payer))));
        others.put("history", clients.submit(timed(() -> get("/wallet/transactions", payer))));
        for (Future<Timed> asked : others.values()) {
          assertComeAgain(asked.get());
        }
        for (Future<Timed> sent : transfers.values()) {
          assertComeAgain(sent.get());
        }
      }
    }
    await().atMost(BACK_MAX).until(() -> get("//actuator/health", null).status() == 200);
    // each is asked again, whatever became of it
    for (UUID key : transfers.keySet()) {
      HttpTestClient.Reply again =
          await()
              .atMost(BACK_MAX)
              .until(() -> transfer(payer, payee, key), reply -> reply.status() != 503);
      assertThat(again.status()).as(again.toString()).isEqualTo(201);
    }
    // its processors are at work again, too
    assertThat(bank.balances(payee, "USD")).isEqualTo("9.00/9.00");
    assertThat(bank.balances(payer, "USD")).isEqualTo("91.00/91.00");
  }

  private static Callable<Timed> timed(Callable<HttpTestClient.Reply> request) {
    return () -> {
      long began = System.nanoTime();
      HttpTestClient.Reply reply = request.call();
      return new Timed(reply, Duration.ofNanos(System.nanoTime() - began));
    };
  }

  private static HttpTestClient.Reply get(String path, TestPlayer player) {
    HttpTestClient.Call request = server.http().get(path);
    return player == null ? request.send() : request.as(player).send();
  }

  private static HttpTestClient.Reply transfer(TestPlayer payer, TestPlayer payee, UUID key) {
    return server
        .http()
        .post(
            "/wallet/transfers",
            "{\"to\":\"%s\",\"asset\":\"USD\",\"amount\":\"1.00\"}".formatted(payee.id()))
        .as(payer)
        .keyed(key)
        .send();
  }

  private static void assertComeAgain(Timed answered) {
    HttpTestClient.Reply reply = answered.reply();
    assertThat(reply.status()).as(reply.toString()).isEqualTo(503);
    assertThat(reply.code()).as(reply.toString()).isIn("UNAVAILABLE", "OUTCOME_UNKNOWN");
    assertThat(reply.header("Retry-After")).as(reply.toString()).isPresent();
    assertThat(answered.took()).isLessThan(ANSWERED_MAX);
  }
}
