package io.playledger.server.escrow;

import static io.playledger.server.TestMarket.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestMarket.Trade;
import io.playledger.server.TestPlayer;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The settlement of trades, and the rights of the parties. The fee is 500 basis points. */
class SettlementIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private final HttpTestClient http = SERVER.http();
  private final TestMarket market = new TestMarket(SERVER);

  @Nested
  class Ends {

    @Test
    void confirmedTradePaysTheSellerMinusTheFee() {
      Trade trade = market.confirmed();

      JsonNode escrow = market.awaitEscrow(trade, "RELEASED");
      assertThat(escrow.path("amount").asString()).isEqualTo("100.00");
      assertThat(escrow.path("balance").asString()).isEqualTo("0.00");
      assertThat(escrow.path("fee").asString()).isEqualTo("5.00");
      assertThat(market.awaitTrade(trade, "COMPLETED").path("outcome").asString())
          .isEqualTo("CONFIRMED");
      await()
          .atMost(TestMarket.PATIENCE)
          .until(() -> market.dollars(trade.seller()), "95.00"::equals);
      assertThat(market.dollars(trade.buyer())).isEqualTo("150.00");
    }

    @Test
    void tradeCancelledByBothIsRefundedAndItsListingIsBackOnSale() {
      Trade trade = market.inEscrow();

      HttpTestClient.Reply first = market.post(trade.path() + "/cancel", trade.seller());
      HttpTestClient.Reply twice = market.post(trade.path() + "/cancel", trade.seller());
      HttpTestClient.Reply second = market.post(trade.path() + "/cancel", trade.buyer());

      assertThat(first.data().path("status").asString()).isEqualTo("FUNDED");
      assertThat(twice.code()).isEqualTo("CANCELLATION_ALREADY_REQUESTED");
      assertThat(second.data().path("status").asString()).isEqualTo("CANCELLED");
      assertThat(market.awaitTrade(trade, "CANCELLED").path("outcome").asString())
          .isEqualTo("CANCELLED_BY_BOTH");
      await()
          .atMost(TestMarket.PATIENCE)
          .until(() -> market.dollars(trade.buyer()), "250.00"::equals);
      assertThat(http.get("/listings/" + trade.listing()).send().data().path("status").asString())
          .isEqualTo("ACTIVE");
    }

    @Test
    void tradeEndsAndItsListingIsBackOnSaleIfTheBuyerCannotPay() {
      Trade trade = market.offered("99.99");
      assertThat(market.post(trade.path() + "/accept", trade.seller()).status()).isEqualTo(200);

      assertThat(market.awaitTrade(trade, "CANCELLED").path("outcome").asString())
          .isEqualTo("FUNDS_UNAVAILABLE");
      assertThat(market.dollars(trade.buyer())).isEqualTo("99.99");
      assertThat(http.get(trade.escrowPath()).as(trade.buyer()).send().code())
          .isEqualTo("ESCROW_NOT_FOUND");
      assertThat(http.get("/listings/" + trade.listing()).send().data().path("status").asString())
          .isEqualTo("ACTIVE");
    }
  }

  @Nested
  class Refused {

    /** One for all requests that change nothing. */
    private static final Trade TRADE = new TestMarket(SERVER).inEscrow();

    @Test
    void deliveryByTheBuyerOrAStrangerIsRejected() {
      String proof = json("proof", "I have it");
      refused(
          403, "ESCROW_NOT_YOURS", market.post(TRADE.path() + "/deliver", TRADE.buyer(), proof));
      refused(
          403,
          "ESCROW_NOT_YOURS",
          market.post(TRADE.path() + "/deliver", SERVER.newPlayer(), proof));
    }

    @Test
    void deliveryOfAnUnknownTradeIsNotFound() {
      refused(
          404,
          "ESCROW_NOT_FOUND",
          market.post(
              "/trades/" + UUID.randomUUID() + "/deliver", TRADE.seller(), json("proof", "here")));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{}                                 | proof",
          "{\"proof\":\"  \"}                 | proof",
          "{\"proof\":7}                      | proof",
          "{\"proof\":\"x\",\"extra\":1}      | extra",
          "{\"proof\":\"\\u0000\"}            | proof"
        })
    void deliveryWithAnInvalidProofIsRejected(String body, String field) {
      HttpTestClient.Reply reply = market.post(TRADE.path() + "/deliver", TRADE.seller(), body);

      refused(400, "VALIDATION_FAILED", reply);
      assertThat(reply.details().propertyNames()).containsExactly(field);
    }

    @Test
    void confirmationBeforeTheDeliveryIsRejected() {
      refused(409, "ESCROW_NOT_DELIVERED", market.post(TRADE.path() + "/confirm", TRADE.buyer()));
    }

    @Test
    void cancellationByAStrangerIsRejected() {
      refused(403, "ESCROW_NOT_YOURS", market.post(TRADE.path() + "/cancel", SERVER.newPlayer()));
    }

    @Test
    void escrowIsNotFoundForAStranger() {
      TestPlayer stranger = SERVER.newPlayer();
      assertThat(http.get(TRADE.escrowPath()).as(stranger).send().code())
          .isEqualTo("ESCROW_NOT_FOUND");
      assertThat(http.get(TRADE.escrowPath() + "/timeline").as(stranger).send().code())
          .isEqualTo("ESCROW_NOT_FOUND");
      assertThat(http.get(TRADE.path()).as(stranger).send().code()).isEqualTo("TRADE_NOT_FOUND");
      assertThat(http.get(TRADE.escrowPath()).send().code()).isEqualTo("UNAUTHENTICATED");
    }

    private void refused(int status, String code, HttpTestClient.Reply reply) {
      assertThat(reply.code()).as(reply.toString()).isEqualTo(code);
      assertThat(reply.status()).isEqualTo(status);
      JsonNode escrow = http.get(TRADE.escrowPath()).as(TRADE.buyer()).send().data();
      assertThat(escrow.path("status").asString()).isEqualTo("FUNDED");
      assertThat(escrow.path("balance").asString()).isEqualTo("100.00");
    }
  }

  @Nested
  class Delivered {

    @Test
    void deliveredTradeIsConfirmedOnceAndByTheBuyerOnly() {
      Trade trade = market.delivered();

      assertThat(market.post(trade.path() + "/confirm", trade.seller()).code())
          .isEqualTo("ESCROW_NOT_YOURS");
      assertThat(market.post(trade.path() + "/confirm", trade.buyer()).status()).isEqualTo(200);
      HttpTestClient.Reply again = market.post(trade.path() + "/confirm", trade.buyer());
      assertThat(again.status()).isEqualTo(409);
      assertThat(again.code()).isIn("ESCROW_ALREADY_CONFIRMED", "ESCROW_FINISHED");
      market.awaitTrade(trade, "COMPLETED");
      await()
          .atMost(TestMarket.PATIENCE)
          .until(() -> market.dollars(trade.seller()), "95.00"::equals);
    }

    @Test
    void secondDeliveryIsRejectedUnlessItIsARepeat() {
      Trade trade = market.inEscrow();
      UUID key = UUID.randomUUID();
      String proof = json("proof", "screenshot 12");
      HttpTestClient.Reply first =
          http.post(trade.path() + "/deliver", proof).as(trade.seller()).keyed(key).send();
      HttpTestClient.Reply again =
          http.post(trade.path() + "/deliver", proof).as(trade.seller()).keyed(key).send();

      assertThat(again.status()).isEqualTo(200);
      assertThat(again.replayed()).isTrue();
      assertThat(again.data()).isEqualTo(first.data());
      assertThat(again.position()).isEqualTo(first.position());
      assertThat(
              http.post(trade.path() + "/deliver", json("proof", "another"))
                  .as(trade.seller())
                  .keyed(key)
                  .send()
                  .code())
          .isEqualTo("IDEMPOTENCY_KEY_REUSED");
      assertThat(market.post(trade.path() + "/deliver", trade.seller(), proof).code())
          .isEqualTo("ESCROW_ALREADY_DELIVERED");
    }

    @Test
    void disputedTradeCannotBeConfirmed() {
      Trade trade = market.disputed();

      HttpTestClient.Reply reply = market.post(trade.path() + "/confirm", trade.buyer());

      assertThat(reply.status()).isEqualTo(409);
      assertThat(reply.code()).isEqualTo("ESCROW_DISPUTED");
      assertThat(market.post(trade.path() + "/cancel", trade.buyer()).code())
          .isEqualTo("ESCROW_DISPUTED");
    }
  }
}
