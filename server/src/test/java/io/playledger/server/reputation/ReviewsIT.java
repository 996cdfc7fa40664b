package io.playledger.server.reputation;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static io.playledger.server.TestMarket.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestMarket.Trade;
import io.playledger.server.TestPlayer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reviews of finished trades, and their effect on reputation. */
class ReviewsIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private final HttpTestClient http = SERVER.http();
  private final TestMarket market = new TestMarket(SERVER);

  @Test
  void eachSideReviewsOnceAndChangesTheReputationOfTheOther() {
    Trade trade = market.confirmed();
    UUID key = UUID.randomUUID();

    HttpTestClient.Reply good = review(trade, trade.buyer(), 5, key);
    HttpTestClient.Reply repeated = review(trade, trade.buyer(), 5, key);
    HttpTestClient.Reply second = review(trade, trade.buyer(), 4, UUID.randomUUID());
    HttpTestClient.Reply bad = review(trade, trade.seller(), 1, UUID.randomUUID());

    assertThat(good.status()).as(good.toString()).isEqualTo(201);
    assertThat(good.data().path("status").asString()).isEqualTo("COMPLETED");
    assertThat(repeated.replayed()).isTrue();
    assertProblem(second, 409, "TRADE_ALREADY_REVIEWED");
    assertThat(bad.status()).isEqualTo(201);
    assertThat(standing(trade.seller(), bad)).isEqualTo(4);
    assertThat(standing(trade.buyer(), bad)).isEqualTo(-4);

    HttpTestClient.Reply told =
        http.get("/players/" + trade.seller().id() + "/reviews").after(bad).send();
    assertThat(told.data().size()).isEqualTo(1);
    assertThat(told.data().get(0).path("rating").asInt()).isEqualTo(5);
    assertThat(told.data().get(0).path("comment").asString()).isEqualTo("as agreed");
    assertThat(told.data().get(0).path("reviewer").asString()).isEqualTo(trade.buyer().id());
    HttpTestClient.Reply shown = http.get(trade.path()).as(trade.buyer()).after(bad).send();
    assertThat(shown.data().path("reviewedByBuyer").asBoolean()).isTrue();
    assertThat(shown.data().path("reviewedBySeller").asBoolean()).isTrue();
  }

  @Test
  void invalidEarlyAndForeignReviewsAreRejected() {
    Trade trade = market.confirmed();
    Trade unfinished = market.inEscrow();

    assertProblem(review(trade, SERVER.newPlayer(), 5, UUID.randomUUID()), 403, "TRADE_NOT_YOURS");
    assertProblem(review(trade, trade.buyer(), 6, UUID.randomUUID()), 422, "RATING_OUT_OF_RANGE");
    assertProblem(review(trade, trade.buyer(), 0, UUID.randomUUID()), 422, "RATING_OUT_OF_RANGE");
    assertProblem(
        review(unfinished, unfinished.buyer(), 5, UUID.randomUUID()), 409, "TRADE_NOT_FINISHED");
    assertInvalid(market.post(trade.path() + "/review", trade.buyer(), "{}"), "rating");
    assertInvalid(
        market.post(trade.path() + "/review", trade.buyer(), json("rating", "5")), "rating");
    assertInvalid(
        market.post(
            trade.path() + "/review",
            trade.buyer(),
            "{\"rating\":5,\"comment\":\"" + "x".repeat(1_001) + "\"}"),
        "comment");
    assertProblem(
        market.post("/trades/" + UUID.randomUUID() + "/review", trade.buyer(), "{\"rating\":5}"),
        404,
        "TRADE_NOT_FOUND");
    String reviews = "/players/" + trade.seller().id() + "/reviews";
    assertThat(http.get(reviews).send().data().size()).isZero();
    assertThat(standing(trade.seller(), null)).isZero();
  }

  @Test
  void reviewsOfAnUnknownPlayerAreNotFound() {
    String nobody = "/players/" + UUID.randomUUID();
    assertProblem(http.get(nobody + "/reviews").send(), 404, "PLAYER_NOT_FOUND");
    assertProblem(http.get(nobody + "/reputation").send(), 404, "PLAYER_NOT_FOUND");
    assertInvalid(http.get("/players/nobody/reputation").send(), "id");
  }

  private HttpTestClient.Reply review(Trade trade, TestPlayer by, int rating, UUID key) {
    return http.post(
            trade.path() + "/review", "{\"rating\":" + rating + ",\"comment\":\"as agreed\"}")
        .as(by)
        .keyed(key)
        .send();
  }

  private int standing(TestPlayer player, HttpTestClient.Reply after) {
    HttpTestClient.Call call = http.get("/players/" + player.id() + "/reputation");
    HttpTestClient.Reply reply = (after == null ? call : call.after(after)).send();
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.data().path("score").asInt();
  }
}
