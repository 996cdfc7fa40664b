package io.playledger.server.ledger;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.Bank;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Admins create assets, and credit and debit wallets. */
class AdminMoneyIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final Bank BANK = new Bank(SERVER);
  private static final TestPlayer ADMIN = SERVER.admin();
  private final HttpTestClient http = SERVER.http();

  private HttpTestClient.Reply asAdmin(String path, String body) {
    return http.post(path, body).as(ADMIN).keyed().send();
  }

  private HttpTestClient.Reply move(String playerId, String verb, String rest) {
    return asAdmin(
        "/admin/wallets/" + playerId + "/" + verb, "{" + rest + ",\"reason\":\"for a test\"}");
  }

  private static String newCode() {
    return "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  private HttpTestClient.Reply register(
      String code, int scale, boolean transferable, String limit) {
    return asAdmin(
        "/admin/assets",
        "{\"code\":\"%s\",\"scale\":%d,\"transferable\":%b,\"mintLimitPerDay\":%s}"
            .formatted(code, scale, transferable, limit));
  }

  @Test
  void defaultAssetsArePublic() {
    JsonNode assets = http.get("/assets").send().data();
    assertThat(assets.findValuesAsString("code")).contains("GOLD", "TOKEN", "USD");
  }

  @Test
  void createdAssetIsUsableAtOnce() {
    String code = newCode();
    HttpTestClient.Reply added = register(code, 3, true, "\"5.000\"");
    assertThat(added.status()).as(added.toString()).isEqualTo(201);
    assertThat(added.data().path("code").asString()).isEqualTo(code);
    assertThat(added.data().path("mintLimitPerDay").asString()).isEqualTo("5.000");
    TestPlayer player = BANK.playerWith(code, "4.999");
    assertThat(BANK.balances(player, code)).isEqualTo("4.999/4.999");
    String more = "\"asset\":\"" + code + "\",\"amount\":\"0.002\"";
    assertProblem(move(player.id(), "credits", more), 422, "MINT_LIMIT_REACHED");
    // paid in, not minted
    assertThat(move(player.id(), "credits", more + ",\"source\":\"system:payments\"").status())
        .isEqualTo(201);
    assertThat(http.get("/assets").after(added).send().data().findValuesAsString("code"))
        .contains(code);
    assertProblem(register(code, 3, true, "null"), 409, "ASSET_ALREADY_REGISTERED");
  }

  @Test
  void invalidAssetsAreRejected() {
    String before = BANK.deeds(ADMIN);
    assertProblem(register(newCode(), 13, true, "null"), 422, "ASSET_SCALE_OUT_OF_RANGE");
    assertProblem(register(newCode(), -1, true, "null"), 422, "ASSET_SCALE_OUT_OF_RANGE");
    assertProblem(register(newCode(), 2, true, "\"0\""), 422, "MINT_LIMIT_NOT_POSITIVE");
    assertProblem(register(newCode(), 2, true, "\"0.001\""), 422, "AMOUNT_TOO_PRECISE");
    assertInvalid(register(newCode(), 2, true, "\"many\""), "mintLimitPerDay");
    assertInvalid(register(newCode(), 2, true, "5"), "mintLimitPerDay");
    assertInvalid(register("gold", 2, true, "null"), "code");
    assertInvalid(asAdmin("/admin/assets", "{}"), "code", "scale", "transferable");
    assertProblem(
        http.post("/admin/assets", "{}").as(SERVER.newPlayer()).keyed().send(), 403, "FORBIDDEN");
    assertThat(BANK.deeds(ADMIN)).isEqualTo(before);
  }

  @Test
  void nonTransferableAssetCannotBeTransferred() {
    String code = newCode();
    assertThat(register(code, 0, false, "null").status()).isEqualTo(201);
    TestPlayer player = BANK.playerWith(code, "5");
    String money = "\"asset\":\"" + code + "\",\"amount\":\"1\"";
    String to = SERVER.newPlayer().id();
    String before = BANK.deeds(player);
    for (String request :
        new String[] {
          "/wallet/transfers {\"to\":\"" + to + "\"," + money + "}",
          "/wallet/holds {\"payee\":\""
              + to
              + "\","
              + money
              + ",\"expiresAt\":\"2100-01-01T00:00:00Z\"}",
          "/listings {\"gameId\":\"g\",\"itemName\":\"x\",\"asset\":\""
              + code
              + "\",\"price\":\"1\"}"
        }) {
      String[] parts = request.split(" ", 2);
      assertProblem(
          http.post(parts[0], parts[1]).as(player).keyed().send(), 422, "ASSET_NOT_TRANSFERABLE");
    }
    assertThat(BANK.deeds(player)).isEqualTo(before);
  }

  @Test
  void walletsAreCreditedAndDebitedWithAReason() {
    TestPlayer player = SERVER.newPlayer();
    HttpTestClient.Reply credit =
        move(
            player.id(),
            "credits",
            "\"asset\":\"USD\",\"amount\":\"9.00\",\"type\":\"quest_reward\","
                + "\"source\":\"system:payments\"");
    assertThat(credit.status()).as(credit.toString()).isEqualTo(201);
    assertThat(credit.data().path("changes").path(0).path("posted").asString()).isEqualTo("9.00");
    HttpTestClient.Reply debit =
        move(player.id(), "debits", "\"asset\":\"USD\",\"amount\":\"4.00\"");
    assertThat(debit.status()).as(debit.toString()).isEqualTo(201);
    assertThat(BANK.balances(player, "USD")).isEqualTo("5.00/5.00");
    JsonNode history = http.get("/wallet/transactions").as(player).after(debit).send().data();
    assertThat(history.findValuesAsString("type")).containsExactly("WITHDRAWAL", "QUEST_REWARD");
    assertThat(history.findValuesAsString("counterparty"))
        .containsExactly("system:burn", "system:payments");
  }

  @Test
  void invalidCreditsAndDebitsAreRejected() {
    TestPlayer player = BANK.playerWith("USD", "1.00");
    String id = player.id();
    String usd = "\"asset\":\"USD\",\"amount\":\"1.00\"";
    String before = BANK.deeds(ADMIN, player);
    assertProblem(
        move(id, "credits", usd + ",\"source\":\"system:fees\""), 422, "CREDIT_SOURCE_NOT_ALLOWED");
    assertProblem(
        move(id, "credits", usd + ",\"source\":\"wallet:" + id + "\""),
        422,
        "CREDIT_SOURCE_NOT_ALLOWED");
    assertInvalid(move(id, "credits", usd + ",\"source\":\"mint\""), "source");
    assertInvalid(move(id, "credits", usd + ",\"type\":\"GIFT\""), "type");
    assertProblem(
        move(id, "debits", usd + ",\"target\":\"system:mint\""), 422, "DEBIT_TARGET_NOT_ALLOWED");
    assertProblem(
        move(id, "debits", "\"asset\":\"USD\",\"amount\":\"1.01\""), 422, "INSUFFICIENT_FUNDS");
    assertProblem(move(UUID.randomUUID().toString(), "credits", usd), 404, "WALLET_NOT_FOUND");
    assertProblem(
        move(id, "credits", "\"asset\":\"USD\",\"amount\":\"92233720368547758.07\""),
        422,
        "AMOUNT_OUT_OF_RANGE");
    assertInvalid(asAdmin("/admin/wallets/" + id + "/credits", "{" + usd + "}"), "reason");
    assertInvalid(move("me", "credits", usd), "userId");
    assertThat(BANK.deeds(ADMIN, player)).isEqualTo(before);
    // the log keeps who tried, and nothing else of it
    assertProblem(
        http.post("/admin/wallets/" + id + "/credits", "{" + usd + ",\"reason\":\"x\"}")
            .as(player)
            .keyed()
            .send(),
        403,
        "FORBIDDEN");
    assertThat(BANK.balances(player, "USD")).isEqualTo("1.00/1.00");
  }
}
