package io.playledger.server.axonserver;

import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.projection.ReadModel;
import io.playledger.server.Bank;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole server with its log in a real Axon Server. */
class AxonServerIT {

  private String host;
  private PostgresDatabase database;

  @BeforeEach
  void empty() {
    host = RealAxonServer.emptied();
    database = TemporaryPostgres.durable().newDatabase();
  }

  @Test
  void marketOnAxonServerSurvivesARestartAndMovesToPostgresql() {
    UUID key = UUID.randomUUID();
    HttpTestClient.Reply first;
    TestPlayer player;
    TestPlayer payee;
    try (ServerUnderTest server = start("axon-server")) {
      TestMarket market = new TestMarket(server);
      TestMarket.Trade trade = market.confirmed();
      await()
          .atMost(TestMarket.PATIENCE)
          .until(() -> market.dollars(trade.seller()), "95.00"::equals);
      assertThat(market.dollars(trade.buyer())).isEqualTo("150.00");

      player = market.funded("GOLD", "100");
      first = transfer(server, player, trade.seller(), "40", key);
      assertThat(first.status()).as(first.toString()).isEqualTo(201);
      payee = trade.seller();
      assertSameAnswer(transfer(server, player, payee, "40", key), first);
      assertProblem(
          transfer(server, player, trade.seller(), "41", key), 422, "IDEMPOTENCY_KEY_REUSED");
      assertProblem(
          transfer(server, player, trade.seller(), "61", UUID.randomUUID()),
          422,
          "INSUFFICIENT_FUNDS");
      assertReadsItsWrite(server, player, first, "60");
      assertReplaysAreEqual(server);
      assertChainIsWhole(server);
    }

    try (ServerUnderTest server = start("axon-server")) {
      TestPlayer again = server.logIn(player.email(), TestPlayer.PASSWORD);
      assertSameAnswer(transfer(server, again, payee, "40", key), first);
      assertThat(new Bank(server).balances(again, "GOLD")).isEqualTo("60/60");
    }

    assertThatThrownBy(() -> start("postgres"))
        .hasStackTraceContaining("The log of this database lives in axon-server");

    try (ServerUnderTest server = start("postgres", "--playledger.event-store.move=true")) {
      TestPlayer again = server.logIn(player.email(), TestPlayer.PASSWORD);
      assertSameAnswer(transfer(server, again, payee, "40", key), first);
      assertThat(new Bank(server).balances(again, "GOLD")).isEqualTo("60/60");
      assertReplaysAreEqual(server);
      assertChainIsWhole(server);
    }
    assertThatThrownBy(() -> start("axon-server"))
        .hasStackTraceContaining("The log of this database lives in postgres");
  }

  @Test
  void logMovesFromPostgresqlToAxonServer() {
    UUID key = UUID.randomUUID();
    HttpTestClient.Reply first;
    TestPlayer player;
    TestPlayer payee;
    try (ServerUnderTest server = start("postgres")) {
      player = new TestMarket(server).funded("GOLD", "100");
      payee = server.newPlayer();
      first = transfer(server, player, payee, "40", key);
      assertThat(first.status()).as(first.toString()).isEqualTo(201);
    }

    try (ServerUnderTest server = start("axon-server", "--playledger.event-store.move=true")) {
      TestPlayer again = server.logIn(player.email(), TestPlayer.PASSWORD);
      assertSameAnswer(transfer(server, again, payee, "40", key), first);
      assertThat(new Bank(server).balances(again, "GOLD")).isEqualTo("60/60");
      new TestMarket(server).confirmed();
      assertReplaysAreEqual(server);
      assertChainIsWhole(server);
    }
  }

  @Test
  void invalidConfigurationsAreRefusedWithAReason() {
    assertThatThrownBy(() -> start("axon"))
        .hasStackTraceContaining("it must be postgres or axon-server");
    host = "127.0.0.1:1";
    assertThatThrownBy(
            () -> start("axon-server", "--playledger.event-store.axon-server.connect-wait-max=2s"))
        .hasStackTraceContaining("No answer from Axon Server at 127.0.0.1:1");
  }

  private ServerUnderTest start(String home, String... settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--playledger.master-key=" + "A".repeat(43) + "=",
                "--playledger.event-store.home=" + home,
                "--playledger.event-store.axon-server.servers=" + host));
    all.addAll(List.of(settings));
    return ServerUnderTest.startOn(database, all.toArray(String[]::new));
  }

  private static HttpTestClient.Reply transfer(
      ServerUnderTest server, TestPlayer payer, TestPlayer payee, String amount, UUID key) {
    return server
        .http()
        .post(
            "/wallet/transfers",
            TestMarket.json("to", payee.id(), "asset", "GOLD", "amount", amount))
        .as(payer)
        .keyed(key)
        .send();
  }

  private static void assertSameAnswer(HttpTestClient.Reply repeat, HttpTestClient.Reply first) {
    assertThat(repeat.status()).as(repeat.toString()).isEqualTo(first.status());
    assertThat(repeat.replayed()).isTrue();
    assertThat(repeat.data()).isEqualTo(first.data());
    assertThat(repeat.position()).isEqualTo(first.position());
  }

  private static void assertReadsItsWrite(
      ServerUnderTest server, TestPlayer player, HttpTestClient.Reply write, String balance) {
    HttpTestClient.Reply read =
        server.http().get("/wallet/balance?asset=GOLD").as(player).after(write).send();
    assertThat(read.status()).as(read.toString()).isEqualTo(200);
    assertThat(read.data().path("posted").asString()).isEqualTo(balance);
    assertThat(read.position()).isGreaterThanOrEqualTo(write.position());
    HttpTestClient.Reply event =
        server.http().get("/admin/events/" + write.position()).as(server.admin()).send();
    assertThat(event.status()).as(event.toString()).isEqualTo(200);
  }

  private static void assertReplaysAreEqual(ServerUnderTest server) {
    for (String projection : ReadModel.tables().keySet()) {
      String rebuild =
          server
              .http()
              .post(
                  "/admin/processors/projections." + projection + "/rebuild?verifyOnly=true",
                  TestMarket.json("reason", "for a test"))
              .as(server.admin())
              .send()
              .data()
              .path("rebuildId")
              .asString();
      JsonNode compared =
          await()
              .atMost(TestMarket.PATIENCE)
              .until(
                  () ->
                      server
                          .http()
                          .get("/admin/rebuilds/" + rebuild)
                          .as(server.admin())
                          .send()
                          .data(),
                  status -> !status.path("endedAt").isNull());
      assertThat(compared.path("equal").asBoolean()).as(compared.toString()).isTrue();
    }
  }

  private static void assertChainIsWhole(ServerUnderTest server) {
    JsonNode chain =
        server.http().get("/admin/audit/chain?restart=true").as(server.admin()).send().data();
    assertThat(chain.path("complete").asBoolean()).as(chain.toString()).isTrue();
    assertThat(chain.path("verifiedTo").asLong()).isPositive();
  }
}
