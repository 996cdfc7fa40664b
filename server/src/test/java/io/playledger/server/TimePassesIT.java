package io.playledger.server;

import static io.playledger.server.Problems.assertProblem;
import static io.playledger.server.TestMarket.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.api.identity.PlayerId;
import io.playledger.server.TestMarket.Trade;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** What happens by itself when its time has come. These tests move the shared server's clock. */
@Isolated("access tokens of other tests would end")
class TimePassesIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final Duration SOON = Duration.ofMinutes(5);

  private final HttpTestClient http = SERVER.http();
  private final TestMarket market = new TestMarket(SERVER);
  private final Bank bank = new Bank(SERVER);

  @Test
  void holdIsReleasedWhenItExpires() {
    TestPlayer owner = bank.playerWith("USD", "10.00");
    TestPlayer payee = SERVER.newPlayer();
    HttpTestClient.Reply reply =
        market.post(
            "/wallet/holds",
            owner,
            json(
                "payee", payee.id(),
                "asset", "USD",
                "amount", "4.00",
                "purpose", "a room",
                "expiresAt", SERVER.now().plus(SOON).toString()));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    assertThat(bank.balances(owner, "USD")).isEqualTo("10.00/6.00");

    SERVER.passes(SOON);

    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(() -> assertThat(bank.balances(owner, "USD")).isEqualTo("10.00/10.00"));
    assertProblem(
        market.post(
            "/wallet/holds/" + reply.data().path("hold").asString() + "/capture", payee, "{}"),
        409,
        "HOLD_ENDED");
  }

  @Test
  void listingExpires() {
    HttpTestClient.Reply listed =
        market.post(
            "/listings",
            SERVER.newPlayer(),
            json(
                "gameId", "skyhold",
                "itemName", "Lamp",
                "asset", "GOLD",
                "price", "30",
                "expiresAt", SERVER.now().plus(SOON).toString()));
    String path = "/listings/" + listed.data().path("listing").asString();
    assertThat(http.get(path).after(listed).send().data().path("status").asString())
        .isEqualTo("ACTIVE");

    SERVER.passes(SOON);

    await()
        .atMost(TestMarket.PATIENCE)
        .until(() -> http.get(path).send().data().path("status").asString(), "EXPIRED"::equals);
  }

  @Test
  void apiKeyExpires() {
    TestPlayer developer = SERVER.newPlayerWithRole("developer");
    JsonNode key =
        market
            .post(
                "/api-keys",
                developer,
                "{\"name\":\"bot\",\"scopes\":[\"wallet:read\"],\"expiresAt\":\""
                    + SERVER.now().plus(SOON)
                    + "\"}")
            .data();
    assertThat(wallet(key)).isEqualTo(200);

    SERVER.passes(SOON);

    assertThat(wallet(key)).isEqualTo(401);
    assertProblem(
        market.post(
            "/api-keys/" + key.path("id").asString() + "/rotate",
            developer,
            json("overlap", "PT1H")),
        409,
        "API_KEY_ENDED");
  }

  @Test
  void formerSecretOfAnApiKeyEndsWithTheOverlap() {
    TestPlayer developer = SERVER.newPlayerWithRole("developer");
    JsonNode key = market.apiKey(developer, "wallet:read");
    JsonNode rotated =
        market
            .post(
                "/api-keys/" + key.path("id").asString() + "/rotate",
                developer,
                json("overlap", SOON.toString()))
            .data();
    assertThat(wallet(key)).isEqualTo(200);

    SERVER.passes(SOON);

    assertThat(wallet(key)).isEqualTo(401);
    assertThat(wallet(rotated)).isEqualTo(200);
  }

  @Test
  void mailedTokenForANewPasswordEndsAfterAnHour() {
    String token =
        SERVER
            .bean(OneTimeTokens.class)
            .issue(PlayerId.of(SERVER.newPlayer().id()), OneTimeTokens.Purpose.RESET_PASSWORD)
            .text();

    SERVER.passes(Duration.ofHours(1));

    assertProblem(
        http.post("/auth/reset-password", json("token", token, "newPassword", "Another-horse-8"))
            .send(),
        422,
        "TOKEN_REJECTED");
  }

  /** A later rotation retires the key that signs, and no other. */
  @Test
  void retiredSigningKeyVerifiesForTheAgeOfATokenAndDoesNotComeBack() {
    TestPlayer player = SERVER.newPlayer();
    String retired = signingKeys().getFirst();
    rotateSigningKey();
    assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(200);
    SERVER.passes(Duration.ofMinutes(10));
    rotateSigningKey();
    assertThat(signingKeys()).contains(retired);

    SERVER.passes(Duration.ofMinutes(6));

    assertThat(signingKeys()).doesNotContain(retired).hasSizeGreaterThan(1);
    rotateSigningKey();
    assertThat(signingKeys()).doesNotContain(retired);
  }

  private List<String> signingKeys() {
    return http.get("//.well-known/jwks.json").send().json().path("keys").findValuesAsString("kid");
  }

  private void rotateSigningKey() {
    String before = signingKeys().getFirst();
    HttpTestClient.Reply rotated =
        http.post("/admin/signing-keys/rotate", json("reason", "for a test"))
            .as(SERVER.admin())
            .send();
    assertThat(rotated.status()).as(rotated.toString()).isEqualTo(200);
    String now = signingKeys().getFirst();
    assertThat(now).isNotEqualTo(before);
    assertThat(
            http.get("/admin/events?order=desc&limit=1&type=SigningKeyRotated")
                .as(SERVER.admin())
                .send()
                .text())
        .contains(now);
  }

  @Test
  void timeDecidesATradeWhereNobodyDoes() {
    Trade notDelivered = market.inEscrow();
    Trade undecided = market.disputed();
    Trade uncontested = market.delivered();

    SERVER.passes(ServerUnderTest.WINDOW);

    assertThat(market.awaitTrade(uncontested, "COMPLETED").path("outcome").asString())
        .isEqualTo("UNCONTESTED");
    assertThat(market.awaitTrade(undecided, "CANCELLED").path("outcome").asString())
        .isEqualTo("RULED_REFUND");
    assertThat(market.awaitTrade(notDelivered, "CANCELLED").path("outcome").asString())
        .isEqualTo("NOT_DELIVERED");
    awaitDollars(uncontested.seller(), "95.00");
    awaitDollars(undecided.buyer(), "250.00");
    awaitDollars(notDelivered.buyer(), "250.00");
    assertThat(
            http.get("/listings/" + notDelivered.listing()).send().data().path("status").asString())
        .isEqualTo("CLOSED");
  }

  private int wallet(JsonNode key) {
    return http.get("/wallet").header("X-Api-Key", key.path("secret").asString()).send().status();
  }

  private void awaitDollars(TestPlayer player, String dollars) {
    await().atMost(TestMarket.PATIENCE).until(() -> market.dollars(player), dollars::equals);
  }
}
