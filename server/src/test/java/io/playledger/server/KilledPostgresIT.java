package io.playledger.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The server survives the death of its embedded PostgreSQL, and gives true answers meanwhile. */
@Tag("proof")
@Isolated("holds promises in seconds")
class KilledPostgresIT {

  private static final Duration BACK_MAX = Duration.ofSeconds(60);

  private static Path data;
  private static ServerUnderTest server;
  private static Bank bank;

  @BeforeAll
  static void start() {
    data = ServerUnderTest.temporaryFolder();
    server = ServerUnderTest.start(data, "--playledger.pool-wait-millis-max=500");
    bank = new Bank(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void healthIsDownUntilPostgresqlIsBack() throws Exception {
    TestPlayer payer = bank.playerWith("USD", "100.00");
    TestPlayer payee = server.newPlayer();
    Path settings = postgres().resolve("data").resolve("postgresql.conf");
    String mended = Files.readString(settings);
    Files.writeString(settings, "made_up = on\n", StandardOpenOption.APPEND);
    UUID key = UUID.randomUUID();
    try {
      killPostmaster();
      // requests fail a moment before the supervisor has noticed
      await()
          .atMost(BACK_MAX)
          .until(
              () -> health().json().path("components").path("embeddedPostgres"),
              postgres -> postgres.path("status").asString("").equals("DOWN"));
      assertThat(health().status()).isEqualTo(503);
      for (HttpTestClient.Reply reply :
          List.of(
              transfer(payer, payee, key),
              server.http().get("/wallet").as(payer).send(),
              server.http().get("/listings").send(),
              server
                  .http()
                  .post(
                      "/auth/login", "{\"email\":\"a@example.org\",\"password\":\"Wrong-1-pass\"}")
                  .send())) {
        assertComeAgain(reply);
      }
    } finally {
      Files.writeString(settings, mended);
    }
    awaitHealthy();
    HttpTestClient.Reply reply = transfer(payer, payee, key);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    assertThat(bank.balances(payee, "USD")).isEqualTo("1.00/1.00");
  }

  @Test
  void everyTransferIsDoneOnceIfThePostmasterIsKilled() throws Exception {
    keepsItsWord(KilledPostgresIT::killPostmaster);
  }

  @Test
  void everyTransferIsDoneOnceIfABackendIsKilled() throws Exception {
    keepsItsWord(KilledPostgresIT::killAClientBackend);
  }

  private interface Blow {
    void strike() throws IOException;
  }

  private static void keepsItsWord(Blow blow) throws Exception {
    TestPlayer payee = server.newPlayer();
    List<TestPlayer> payers =
        IntStream.range(0, 4).mapToObj(_ -> bank.playerWith("USD", "10000.00")).toList();
    AtomicBoolean enough = new AtomicBoolean();
    Map<UUID, TestPlayer> acknowledged = new ConcurrentHashMap<>();
    Queue<HttpTestClient.Reply> refused = new ConcurrentLinkedQueue<>();
    Map<UUID, TestPlayer> open = new ConcurrentHashMap<>();
    List<Thread> threads =
        payers.stream()
            .map(
                payer ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              while (!enough.get()) {
                                UUID key = UUID.randomUUID();
                                open.put(key, payer);
                                HttpTestClient.Reply reply = transfer(payer, payee, key);
                                if (reply.status() == 201) {
                                  open.remove(key);
                                  acknowledged.put(key, payer);
                                } else {
                                  refused.add(reply);
                                }
                              }
                            }))
            .toList();
    await().until(() -> acknowledged.size() > 100);
    blow.strike();
    int before = acknowledged.size();
    await().atMost(BACK_MAX).until(() -> acknowledged.size() > before + 100);
    enough.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    awaitHealthy();
    assertThat(refused).allSatisfy(KilledPostgresIT::assertComeAgain);
    // what has no answer yet is asked again, what has one gives it again
    open.forEach((key, payer) -> assertThat(transfer(payer, payee, key).status()).isEqualTo(201));
    acknowledged.forEach(
        (key, payer) -> assertThat(transfer(payer, payee, key).replayed()).isTrue());
    int done = acknowledged.size() + open.size();
    assertThat(bank.balances(payee, "USD")).isEqualTo(done + ".00/" + done + ".00");
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

  private static void assertComeAgain(HttpTestClient.Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(503);
    assertThat(reply.code()).as(reply.toString()).isIn("UNAVAILABLE", "OUTCOME_UNKNOWN");
    assertThat(reply.header("Retry-After")).as(reply.toString()).isPresent();
  }

  private static void awaitHealthy() {
    await().atMost(BACK_MAX).until(() -> health().status() == 200);
  }

  private static HttpTestClient.Reply health() {
    return server.http().get("//actuator/health").send();
  }

  private static Path postgres() {
    return data.resolve("postgres");
  }

  private static void killPostmaster() {
    ProcessHandle killed = PostgresServer.postmasterOn(postgres()).orElseThrow();
    killed.destroyForcibly();
    await()
        .atMost(BACK_MAX)
        .until(() -> PostgresServer.postmasterOn(postgres()).filter(killed::equals).isEmpty());
  }

  private static void killAClientBackend() {
    ProcessHandle postmaster = PostgresServer.postmasterOn(postgres()).orElseThrow();
    // the youngest child is a client's: the server's own helpers are started first
    postmaster
        .children()
        .max(Comparator.comparingLong(ProcessHandle::pid))
        .orElseThrow()
        .destroyForcibly();
  }
}
