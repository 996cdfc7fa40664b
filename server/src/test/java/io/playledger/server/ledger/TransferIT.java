package io.playledger.server.ledger;

import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.Bank;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Transfers over HTTP. */
class TransferIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final Bank BANK = new Bank(SERVER);
  private final HttpTestClient http = SERVER.http();
  private final TestPlayer payer = BANK.playerWith("USD", "100.00");
  private final TestPlayer payee = SERVER.newPlayer();

  private static String flat(TestPlayer to, String amount) {
    return "{\"to\":\"%s\",\"asset\":\"USD\",\"amount\":\"%s\",\"memo\":\"for lunch\"}"
        .formatted(to.id(), amount);
  }

  private HttpTestClient.Call transfer(String body) {
    return http.post("/wallet/transfers", body).as(payer).keyed();
  }

  @Test
  void payerSeesOnlyTheirOwnWalletInAReceipt() {
    HttpTestClient.Reply reply = transfer(flat(payee, "12.50")).send();

    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    assertThat(reply.json().path("position").asLong()).isEqualTo(reply.position());
    assertThat(UUID.fromString(reply.data().path("transaction").asString()).version()).isEqualTo(7);
    assertThat(reply.data().path("dryRun").asBoolean(true)).isFalse();
    assertThat(reply.data().path("changes").size()).isEqualTo(1);
    JsonNode change = reply.data().path("changes").path(0);
    assertThat(change.path("account").asString()).isEqualTo("wallet:" + payer.id());
    assertThat(change.path("amount").asString()).isEqualTo("-12.50");
    assertThat(change.path("posted").asString()).isEqualTo("87.50");
    assertThat(change.path("available").asString()).isEqualTo("87.50");
    assertThat(reply.text()).doesNotContain(payee.id());
    assertThat(BANK.balances(payer, "USD")).isEqualTo("87.50/87.50");
    assertThat(BANK.balances(payee, "USD")).isEqualTo("12.50/12.50");
  }

  @Test
  void repeatedTransferGetsTheFirstAnswerAndMovesNothing() {
    UUID key = UUID.randomUUID();
    HttpTestClient.Reply first = transfer(flat(payee, "1.00")).keyed(key).send();
    HttpTestClient.Reply again = transfer(flat(payee, "1.00")).keyed(key).send();
    HttpTestClient.Reply other = transfer(flat(payee, "2.00")).keyed(key).send();

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.replayed()).isTrue();
    assertThat(again.data()).isEqualTo(first.data());
    assertThat(again.position()).isEqualTo(first.position());
    assertProblem(other, 422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(BANK.balances(payer, "USD")).isEqualTo("99.00/99.00");
  }

  @Test
  void transferPostsAllItsLegsOrNone() {
    TestPlayer third = SERVER.newPlayer();
    String legs =
        """
        {"legs":[{"to":"%s","asset":"USD","amount":"10"},{"to":"%s","asset":"USD","amount":"%s"}]}
        """;
    String before = BANK.deeds(payer);
    assertProblem(
        transfer(legs.formatted(payee.id(), third.id(), "90.01")).send(),
        422,
        "INSUFFICIENT_FUNDS");
    assertThat(BANK.deeds(payer)).isEqualTo(before);

    HttpTestClient.Reply reply = transfer(legs.formatted(payee.id(), third.id(), "20")).send();
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    assertThat(BANK.balances(payer, "USD")).isEqualTo("70.00/70.00");
    assertThat(BANK.balances(payee, "USD")).isEqualTo("10.00/10.00");
    assertThat(BANK.balances(third, "USD")).isEqualTo("20.00/20.00");
  }

  @Test
  void dryRunAnswersAndStoresNothing() {
    String before = BANK.deeds(payer);
    HttpTestClient.Reply fits =
        http.post("/wallet/transfers?dryRun=true", flat(payee, "12.50")).as(payer).send();
    HttpTestClient.Reply tooMuch =
        http.post("/wallet/transfers?dryRun=true", flat(payee, "100.01")).as(payer).send();

    assertThat(fits.status()).as(fits.toString()).isEqualTo(200);
    assertThat(fits.data().path("dryRun").asBoolean()).isTrue();
    assertThat(fits.data().path("changes").size()).isEqualTo(1);
    assertThat(fits.data().path("changes").path(0).path("posted").asString()).isEqualTo("87.50");
    assertProblem(tooMuch, 422, "INSUFFICIENT_FUNDS");
    assertThat(BANK.deeds(payer)).isEqualTo(before);
  }

  @Test
  void invalidDryRunParameterIsRejected() {
    String before = BANK.deeds(payer);
    for (String dryRun : new String[] {"yes", "True", "1", ""}) {
      assertProblem(
          http.post("/wallet/transfers?dryRun=" + dryRun, flat(payee, "1"))
              .as(payer)
              .keyed()
              .send(),
          400,
          "VALIDATION_FAILED");
    }
    assertThat(BANK.deeds(payer)).isEqualTo(before);
    assertThat(
            http.post("/wallet/transfers?dryRun=false", flat(payee, "1"))
                .as(payer)
                .keyed()
                .send()
                .status())
        .isEqualTo(201);
  }

  @Test
  void adminReversesATransferOnceAndSeesAllWallets() {
    String transaction =
        transfer(flat(payee, "40.00")).send().data().path("transaction").asString();
    String path = "/wallet/transfers/" + transaction + "/reverse";
    String reason = "{\"reason\":\"sent by mistake\"}";
    assertProblem(http.post(path, reason).as(payer).keyed().send(), 403, "FORBIDDEN");

    HttpTestClient.Reply reversed = http.post(path, reason).as(SERVER.admin()).keyed().send();
    assertThat(reversed.status()).as(reversed.toString()).isEqualTo(201);
    assertThat(reversed.data().path("changes").size()).isEqualTo(2);
    assertThat(BANK.balances(payer, "USD")).isEqualTo("100.00/100.00");
    assertThat(BANK.balances(payee, "USD")).isEqualTo("0.00/0.00");
    JsonNode original =
        http.get("/wallet/transactions/" + transaction).as(payer).after(reversed).send().data();
    assertThat(original.path("reversedBy").asString())
        .isEqualTo(reversed.data().path("transaction").asString());

    assertProblem(
        http.post(path, reason).as(SERVER.admin()).keyed().send(),
        409,
        "TRANSACTION_ALREADY_REVERSED");
    assertProblem(
        http.post("/wallet/transfers/" + UUID.randomUUID() + "/reverse", reason)
            .as(SERVER.admin())
            .keyed()
            .send(),
        404,
        "TRANSACTION_NOT_FOUND");
    assertProblem(
        http.post(
                "/wallet/transfers/" + reversed.data().path("transaction").asString() + "/reverse",
                reason)
            .as(SERVER.admin())
            .keyed()
            .send(),
        422,
        "REVERSAL_NOT_REVERSIBLE");
  }
}
