package io.playledger.server.ledger;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.Bank;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Wallets and their visibility. */
class WalletIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final Bank BANK = new Bank(SERVER);
  private final HttpTestClient http = SERVER.http();

  private HttpTestClient.Reply get(TestPlayer who, String path) {
    return http.get(path).as(who).minPosition(BANK.head()).send();
  }

  @Test
  void walletShowsItsBalancesAndReadsItsOwnWrites() {
    TestPlayer player = SERVER.newPlayer();
    HttpTestClient.Reply credit = BANK.credit(player, "GOLD", "7");
    HttpTestClient.Reply wallet = http.get("/wallet").as(player).after(credit).send();

    assertThat(wallet.status()).as(wallet.toString()).isEqualTo(200);
    assertThat(wallet.position()).isGreaterThanOrEqualTo(credit.position());
    assertThat(wallet.data().path("owner").asString()).isEqualTo(player.id());
    JsonNode balance = wallet.data().path("balances").path(0);
    assertThat(balance.path("asset").asString()).isEqualTo("GOLD");
    assertThat(balance.path("posted").asString()).isEqualTo("7");
    assertThat(balance.path("held").asString()).isEqualTo("0");
    assertThat(balance.path("available").asString()).isEqualTo("7");
    assertThat(BANK.balances(player, "USD")).isEqualTo("0.00/0.00");
    assertProblem(get(player, "/wallet/balance?asset=NOPE"), 404, "ASSET_NOT_FOUND");
    assertInvalid(get(player, "/wallet/balance"), "asset");
  }

  @Test
  void walletIsReadAsOfAnEarlierPositionOrInstant() {
    TestPlayer player = SERVER.newPlayer();
    long first = BANK.credit(player, "USD", "1.00").position();
    HttpTestClient.Reply second = BANK.credit(player, "USD", "2.00");
    String between = get(player, "/wallet/transactions").data().path(1).path("at").asString();

    assertThat(posted(get(player, "/wallet/balance?asset=USD&asOf=" + first))).isEqualTo("1.00");
    assertThat(posted(get(player, "/wallet/balance?asset=USD&asOf=" + between))).isEqualTo("1.00");
    assertThat(posted(get(player, "/wallet/balance?asset=USD&asOf=" + second.position())))
        .isEqualTo("3.00");
    assertProblem(get(player, "/wallet?asOf=1"), 404, "WALLET_NOT_FOUND");
    assertInvalid(get(player, "/wallet?asOf=soon"), "asOf");
    assertInvalid(get(player, "/wallet?asOf=%2B1000000000-12-31T23:59:59Z"), "asOf");
  }

  private static String posted(HttpTestClient.Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.data().path("posted").asString();
  }

  @Test
  void transactionsAreListedInPagesNewestFirst() {
    TestPlayer player = SERVER.newPlayer();
    for (int i = 1; i <= 5; i++) {
      BANK.credit(player, "GOLD", Integer.toString(i));
    }
    BANK.credit(player, "USD", "1");
    List<String> amounts = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 3; page++) {
      HttpTestClient.Reply reply = get(player, "/wallet/transactions?asset=GOLD&limit=2" + cursor);
      reply.data().forEach(entry -> amounts.add(entry.path("amount").asString()));
      JsonNode pagination = reply.json().path("pagination");
      assertThat(pagination.path("limit").asInt()).isEqualTo(2);
      assertThat(pagination.path("hasNext").asBoolean()).isEqualTo(page < 2);
      cursor = "&cursor=" + pagination.path("nextCursor").asString("");
    }
    assertThat(amounts).containsExactly("5", "4", "3", "2", "1");

    JsonNode entry = get(player, "/wallet/transactions?limit=1").data().path(0);
    assertThat(entry.path("type").asString()).isEqualTo("DEPOSIT");
    assertThat(entry.path("counterparty").asString()).isEqualTo("system:mint");
    assertThat(entry.path("memo").asString()).isEqualTo("for a test");
    assertThat(get(player, "/wallet/transactions?type=transfer_in").data().size()).isZero();
    assertThat(get(player, "/wallet/transactions?type=deposit").data().size()).isEqualTo(6);
  }

  @Test
  void cursorOfAnotherListOrFilterIsRejected() {
    TestPlayer player = SERVER.newPlayer();
    BANK.credit(player, "GOLD", "1");
    BANK.credit(player, "GOLD", "2");
    String cursor =
        get(player, "/wallet/transactions?asset=GOLD&limit=1")
            .json()
            .path("pagination")
            .path("nextCursor")
            .asString();
    assertThat(get(player, "/wallet/transactions?asset=GOLD&cursor=" + cursor).data().size())
        .isEqualTo(1);
    for (String wrong :
        List.of(
            "/wallet/transactions?asset=USD&cursor=" + cursor,
            "/wallet/transactions?cursor=" + cursor,
            "/wallet/transactions?asset=GOLD&cursor=made-up",
            "/wallet/explain?asset=GOLD&cursor=" + cursor,
            "/trades?cursor=" + cursor,
            "/feed?cursor=" + cursor)) {
      assertProblem(get(player, wrong), 400, "INVALID_CURSOR");
    }
    for (String limit : List.of("1e3", "99999999999")) {
      assertInvalid(get(player, "/wallet/transactions?limit=" + limit), "limit");
    }
    assertInvalid(get(player, "/wallet/transactions?type=GIFT"), "type");
    assertProblem(get(player, "/wallet/transactions?asset=NOPE"), 404, "ASSET_NOT_FOUND");
  }

  @Test
  void transactionIsVisibleToItsPartiesAdminsAndAuditors() {
    TestPlayer payer = BANK.playerWith("USD", "5.00");
    TestPlayer payee = SERVER.newPlayer();
    String transaction =
        http.post(
                "/wallet/transfers",
                "{\"to\":\"%s\",\"asset\":\"USD\",\"amount\":\"2\"}".formatted(payee.id()))
            .as(payer)
            .keyed()
            .send()
            .data()
            .path("transaction")
            .asString();
    String path = "/wallet/transactions/" + transaction;
    for (TestPlayer allowed :
        List.of(payer, payee, SERVER.admin(), SERVER.newPlayerWithRole("auditor"))) {
      HttpTestClient.Reply reply = get(allowed, path);
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
      assertThat(reply.data().path("postings").size()).isEqualTo(2);
    }
    assertProblem(get(SERVER.newPlayer(), path), 404, "TRANSACTION_NOT_FOUND");
    assertProblem(get(SERVER.newPlayerWithRole("moderator"), path), 404, "TRANSACTION_NOT_FOUND");
    assertProblem(
        get(payer, "/wallet/transactions/" + UUID.randomUUID()), 404, "TRANSACTION_NOT_FOUND");
  }

  @Test
  void balanceIsExplainedPostingByPosting() {
    TestPlayer player = SERVER.newPlayer();
    BANK.credit(player, "TOKEN", "0.00000001");
    BANK.credit(player, "TOKEN", "2");
    HttpTestClient.Reply first = get(player, "/wallet/explain?asset=TOKEN&limit=1");
    assertThat(first.data().path("asset").asString()).isEqualTo("TOKEN");
    assertThat(first.data().path("steps").path(0).path("balance").asString())
        .isEqualTo("0.00000001");
    HttpTestClient.Reply second =
        get(
            player,
            "/wallet/explain?asset=TOKEN&limit=1&cursor="
                + first.json().path("pagination").path("nextCursor").asString());
    assertThat(second.data().path("steps").path(0).path("balance").asString())
        .isEqualTo("2.00000001");
    assertThat(second.data().path("posted").asString()).isEqualTo("2.00000001");
    assertThat(second.json().path("pagination").path("hasNext").asBoolean(true)).isFalse();
    assertProblem(get(player, "/wallet/explain?asset=NOPE"), 404, "ASSET_NOT_FOUND");
  }
}
