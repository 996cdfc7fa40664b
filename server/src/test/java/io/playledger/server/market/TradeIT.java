package io.playledger.server.market;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.Bank;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Trades from the offer to the reviews. */
class TradeIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final Bank BANK = new Bank(SERVER);
  private final HttpTestClient http = SERVER.http();
  private final TestPlayer seller = SERVER.newPlayer();
  private final TestPlayer buyer = BANK.playerWith("GOLD", "1000");
  private final TestPlayer stranger = SERVER.newPlayer();
  private String listing;

  @BeforeEach
  void list() {
    HttpTestClient.Reply reply =
        post(
            seller,
            "/listings",
            "{\"gameId\":\"skyhold\",\"itemName\":\"Lamp\",\"asset\":\"GOLD\",\"price\":\"400\"}");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    listing = reply.data().path("listing").asString();
  }

  private HttpTestClient.Reply post(TestPlayer who, String path, String body) {
    return http.post(path, body).as(who).keyed().send();
  }

  private HttpTestClient.Reply act(TestPlayer who, String trade, String verb) {
    return http.method("POST", "/trades/" + trade + "/" + verb, null).as(who).keyed().send();
  }

  private HttpTestClient.Reply read(TestPlayer who, String path) {
    HttpTestClient.Call call = http.get(path).minPosition(BANK.head());
    return (who == null ? call : call.as(who)).send();
  }

  private String offered(String body) {
    HttpTestClient.Reply reply = post(buyer, "/listings/" + listing + "/offers", body);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    assertThat(reply.data().path("status").asString()).isEqualTo("OFFERED");
    return reply.data().path("trade").asString();
  }

  private String funded() {
    String trade = offered("{}");
    HttpTestClient.Reply accepted = act(seller, trade, "accept");
    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
    assertThat(accepted.data().path("status").asString()).isEqualTo("ACCEPTED");
    await(trade, "FUNDED");
    return trade;
  }

  private JsonNode await(String trade, String status) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(read(buyer, "/trades/" + trade).data().path("status").asString())
                    .isEqualTo(status));
    return read(buyer, "/trades/" + trade).data();
  }

  private void delivered(String trade) {
    HttpTestClient.Reply reply =
        post(seller, "/trades/" + trade + "/deliver", "{\"proof\":\"at the fountain\"}");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.data().path("status").asString()).isEqualTo("DELIVERED");
  }

  @Test
  void completedTradePaysTheSellerMinusTheFeeAndIsReviewedByBoth() {
    String trade = funded();
    assertThat(BANK.balances(buyer, "GOLD")).isEqualTo("600/600");
    delivered(trade);
    HttpTestClient.Reply confirmed = act(buyer, trade, "confirm");
    assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
    assertThat(confirmed.data().path("escrow").asString()).isEqualTo(trade);
    JsonNode done = await(trade, "COMPLETED");
    assertThat(done.path("outcome").asString()).isEqualTo("CONFIRMED");
    assertThat(done.path("terms").path("feeBasisPoints").asInt()).isEqualTo(500);
    assertThat(done.path("terms").path("deliveryWindow").asString())
        .isEqualTo(ServerUnderTest.WINDOW.toString());
    assertThat(BANK.balances(seller, "GOLD")).isEqualTo("380/380");
    assertThat(read(buyer, "/listings/" + listing).data().path("status").asString())
        .isEqualTo("SOLD");
    assertProblem(act(buyer, trade, "confirm"), 409, "ESCROW_ALREADY_CONFIRMED");

    String review = "/trades/" + trade + "/review";
    assertProblem(post(buyer, review, "{\"rating\":6}"), 422, "RATING_OUT_OF_RANGE");
    assertInvalid(post(buyer, review, "{}"), "rating");
    assertProblem(post(stranger, review, "{\"rating\":5}"), 403, "TRADE_NOT_YOURS");
    HttpTestClient.Reply reviewed = post(buyer, review, "{\"rating\":5,\"comment\":\"quick\"}");
    assertThat(reviewed.status()).as(reviewed.toString()).isEqualTo(201);
    assertProblem(post(buyer, review, "{\"rating\":1}"), 409, "TRADE_ALREADY_REVIEWED");
    assertThat(post(seller, review, "{\"rating\":4}").status()).isEqualTo(201);

    JsonNode entry = read(null, "/players/" + seller.id() + "/reviews").data().path(0);
    assertThat(entry.path("reviewer").asString()).isEqualTo(buyer.id());
    assertThat(entry.path("rating").asInt()).isEqualTo(5);
    assertThat(entry.path("comment").asString()).isEqualTo("quick");
    JsonNode standing = read(null, "/players/" + seller.id() + "/reputation").data();
    assertThat(standing.path("score").asInt()).isPositive();
    assertThat(standing.path("changes").asLong()).isEqualTo(1);
    assertProblem(
        read(null, "/players/" + UUID.randomUUID() + "/reviews"), 404, "PLAYER_NOT_FOUND");
    assertProblem(
        read(null, "/players/" + UUID.randomUUID() + "/reputation"), 404, "PLAYER_NOT_FOUND");
  }

  @Test
  void offerCanHaveItsOwnPriceAndAMessage() {
    String trade = offered("{\"price\":\"350\",\"message\":\"please\"}");
    JsonNode shown = read(seller, "/trades/" + trade).data();
    assertThat(shown.path("price").asString()).isEqualTo("350");
    assertThat(shown.path("message").asString()).isEqualTo("please");
    String offers = "/listings/" + listing + "/offers";
    String before = BANK.deeds(buyer, seller, stranger);
    assertProblem(post(buyer, offers, "{\"price\":\"0\"}"), 422, "PRICE_NOT_POSITIVE");
    assertProblem(post(buyer, offers, "{\"price\":\"0.5\"}"), 422, "AMOUNT_TOO_PRECISE");
    assertInvalid(post(buyer, offers, "{\"price\":\"cheap\"}"), "price");
    assertProblem(post(seller, offers, "{}"), 422, "TRADE_WITH_ONESELF");
    assertProblem(
        post(buyer, "/listings/" + UUID.randomUUID() + "/offers", "{}"), 404, "LISTING_NOT_FOUND");
    assertThat(BANK.deeds(buyer, seller, stranger)).isEqualTo(before);
  }

  @Test
  void onlyTheSellerAnswersAnOfferAndOnce() {
    String trade = offered("{}");
    String before = BANK.deeds(buyer, seller, stranger);
    for (String verb : new String[] {"accept", "decline"}) {
      assertProblem(act(buyer, trade, verb), 403, "TRADE_NOT_YOURS");
      assertProblem(act(stranger, trade, verb), 403, "TRADE_NOT_YOURS");
      assertProblem(act(seller, UUID.randomUUID().toString(), verb), 404, "TRADE_NOT_FOUND");
    }
    assertThat(BANK.deeds(buyer, seller, stranger)).isEqualTo(before);
    HttpTestClient.Reply declined = act(seller, trade, "decline");
    assertThat(declined.data().path("status").asString()).isEqualTo("DECLINED");
    assertThat(read(buyer, "/trades/" + trade).data().path("status").asString())
        .isEqualTo("DECLINED");
    assertProblem(act(seller, trade, "accept"), 409, "TRADE_NOT_OPEN");
    assertProblem(act(buyer, trade, "cancel"), 409, "TRADE_NOT_OPEN");
    assertProblem(
        post(buyer, "/trades/" + trade + "/review", "{\"rating\":5}"), 422, "TRADE_NOT_REVIEWABLE");
  }

  @Test
  void buyerWithdrawsAnOfferBeforeTheAcceptance() {
    String trade = offered("{}");
    assertProblem(act(seller, trade, "cancel"), 403, "TRADE_NOT_YOURS");
    assertProblem(act(stranger, trade, "cancel"), 403, "TRADE_NOT_YOURS");
    HttpTestClient.Reply reply = act(buyer, trade, "cancel");
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(reply.data().path("status").asString()).isEqualTo("WITHDRAWN");
    assertThat(read(seller, "/trades/" + trade).data().path("status").asString())
        .isEqualTo("WITHDRAWN");
    assertProblem(act(seller, trade, "accept"), 409, "TRADE_NOT_OPEN");
    assertProblem(act(buyer, UUID.randomUUID().toString(), "cancel"), 404, "TRADE_NOT_FOUND");
  }

  @Test
  void fundedTradeIsCancelledWhenBothRequestIt() {
    String trade = funded();
    HttpTestClient.Reply first = act(buyer, trade, "cancel");
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(first.data().path("trade").asString()).isEqualTo(trade);
    assertThat(first.data().path("status").asString()).isEqualTo("FUNDED");
    assertProblem(act(buyer, trade, "cancel"), 409, "CANCELLATION_ALREADY_REQUESTED");
    assertProblem(act(stranger, trade, "cancel"), 403, "ESCROW_NOT_YOURS");
    HttpTestClient.Reply second = act(seller, trade, "cancel");
    assertThat(second.data().path("status").asString()).isEqualTo("CANCELLED");
    assertThat(await(trade, "CANCELLED").path("outcome").asString()).isEqualTo("CANCELLED_BY_BOTH");
    assertThat(BANK.balances(buyer, "GOLD")).isEqualTo("1000/1000");
    assertThat(read(buyer, "/listings/" + listing).data().path("status").asString())
        .isEqualTo("ACTIVE");
  }

  @Test
  void tradeIsVisibleToItsPartiesAndModerators() {
    String trade = offered("{}");
    String path = "/trades/" + trade;
    assertThat(read(buyer, path).status()).isEqualTo(200);
    assertThat(read(seller, path).status()).isEqualTo(200);
    assertThat(read(SERVER.newPlayerWithRole("moderator"), path).status()).isEqualTo(200);
    assertProblem(read(stranger, path), 404, "TRADE_NOT_FOUND");
    assertProblem(read(SERVER.newPlayerWithRole("auditor"), path), 404, "TRADE_NOT_FOUND");

    assertThat(read(buyer, "/trades?side=buyer").data().findValuesAsString("id"))
        .containsExactly(trade);
    assertThat(read(buyer, "/trades?side=seller").data().size()).isZero();
    assertThat(read(seller, "/trades?side=seller&status=offered").data().size()).isEqualTo(1);
    assertThat(read(seller, "/trades?status=completed").data().size()).isZero();
    assertThat(read(stranger, "/trades").data().size()).isZero();
    assertInvalid(read(buyer, "/trades?side=both"), "side");
  }

  @Test
  void everyStepNeedsTheRightPartyAndStatus() {
    String open = offered("{}");
    assertProblem(act(buyer, open, "confirm"), 404, "ESCROW_NOT_FOUND");
    String trade = funded();
    String deliver = "/trades/" + trade + "/deliver";
    assertProblem(act(buyer, trade, "confirm"), 409, "ESCROW_NOT_DELIVERED");
    assertProblem(post(buyer, deliver, "{\"proof\":\"x\"}"), 403, "ESCROW_NOT_YOURS");
    assertProblem(post(stranger, deliver, "{\"proof\":\"x\"}"), 403, "ESCROW_NOT_YOURS");
    assertInvalid(post(seller, deliver, "{}"), "proof");
    assertInvalid(post(seller, deliver, "{\"proof\":\" \"}"), "proof");
    assertProblem(
        post(buyer, "/trades/" + trade + "/review", "{\"rating\":5}"), 409, "TRADE_NOT_FINISHED");
    delivered(trade);
    assertProblem(post(seller, deliver, "{\"proof\":\"again\"}"), 409, "ESCROW_ALREADY_DELIVERED");
    assertProblem(act(seller, trade, "confirm"), 403, "ESCROW_NOT_YOURS");
    HttpTestClient.Reply disputed =
        post(buyer, "/escrows/" + trade + "/dispute", "{\"reason\":\"broken\"}");
    assertThat(disputed.status()).as(disputed.toString()).isEqualTo(201);
    assertProblem(act(buyer, trade, "confirm"), 409, "ESCROW_DISPUTED");
    assertProblem(act(buyer, trade, "cancel"), 409, "ESCROW_DISPUTED");
    assertThat(BANK.balances(seller, "GOLD")).isEqualTo("0/0");
  }
}
