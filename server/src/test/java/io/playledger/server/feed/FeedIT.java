package io.playledger.server.feed;

import static io.playledger.server.Problems.assertProblem;
import static io.playledger.server.TestMarket.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestMarket.Trade;
import io.playledger.server.TestPlayer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The activity feed of players. */
class FeedIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private final HttpTestClient http = SERVER.http();
  private final TestMarket market = new TestMarket(SERVER);

  @Test
  void feedsOfBothPartiesShowTheirTradeNewestFirst() {
    Trade trade = market.confirmed();
    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(() -> assertThat(types(trade.seller())).contains("TradeCompleted"));

    assertThat(types(trade.buyer()))
        .containsSubsequence(
            "TradeCompleted",
            "DeliveryConfirmed",
            "ItemDelivered",
            "FundsPlacedInEscrow",
            "OfferAccepted",
            "OfferMade",
            "TransactionPosted",
            "PlayerRegistered");
    assertThat(types(trade.seller()))
        .containsSubsequence("TradeCompleted", "OfferMade", "ListingCreated", "PlayerRegistered");
  }

  @Test
  void transferIsInTheFeedOfBothWithoutBalances() {
    TestPlayer payer = market.funded("USD", "10.00");
    TestPlayer payee = SERVER.newPlayer();
    HttpTestClient.Reply paid =
        market.post(
            "/wallet/transfers",
            payer,
            json("to", payee.id(), "asset", "USD", "amount", "4.00", "memo", "for lunch"));

    JsonNode told = http.get("/feed").as(payee).after(paid).send().data().get(0);

    assertThat(told.path("type").asString()).isEqualTo("TransactionPosted");
    assertThat(told.path("facts").toString()).contains("4.00").doesNotContain("6.00");
    assertThat(types(payer)).startsWith("TransactionPosted");
  }

  @Test
  void feedIsReadInPages() {
    TestPlayer player = market.funded("USD", "1.00");
    market.credit(player, "USD", "2.00");
    await().atMost(TestMarket.PATIENCE).untilAsserted(() -> assertThat(types(player)).hasSize(3));
    List<String> seen = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 3; page++) {
      String more = cursor.isEmpty() ? "" : "&cursor=" + cursor;
      HttpTestClient.Reply reply = http.get("/feed?limit=1" + more).as(player).send();
      reply.data().forEach(entry -> seen.add(entry.path("position").asString()));
      cursor = reply.json().path("pagination").path("nextCursor").asString("");
    }

    assertThat(seen).hasSize(3).doesNotHaveDuplicates();
    assertThat(cursor).isEmpty();
    assertProblem(http.get("/feed?cursor=nonsense").as(player).send(), 400, "INVALID_CURSOR");
  }

  private List<String> types(TestPlayer player) {
    HttpTestClient.Reply reply = http.get("/feed?limit=100").as(player).send();
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.data().valueStream().map(entry -> entry.path("type").asString()).toList();
  }
}
