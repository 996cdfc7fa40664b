package io.playledger.server.escrow;

import static io.playledger.server.TestMarket.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestMarket.Trade;
import io.playledger.server.TestPlayer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Disputes from their opening to the ruling, and their visibility. */
class DisputesIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final TestPlayer MODERATOR = SERVER.newPlayerWithRole("moderator");

  /** One for all requests that decide nothing. */
  private static final Trade UNDECIDED = new TestMarket(SERVER).disputed();

  private final HttpTestClient http = SERVER.http();
  private final TestMarket market = new TestMarket(SERVER);

  @ParameterizedTest
  @CsvSource({
    "release, , , COMPLETED, RULED_RELEASE, 95.00, 150.00",
    "refund, , , CANCELLED, RULED_REFUND, 0.00, 250.00",
    "split, 40.00, 60.00, COMPLETED, RULED_SPLIT, 38.00, 210.00"
  })
  void disputeEndsAsTheModeratorDecides(
      String ruling,
      String sellerAmount,
      String buyerAmount,
      String status,
      String outcome,
      String sellerHas,
      String buyerHas) {
    Trade trade = market.disputed();
    String body =
        sellerAmount == null
            ? json("ruling", ruling, "reason", "the screenshots tell")
            : json(
                "ruling",
                ruling,
                "sellerAmount",
                sellerAmount,
                "buyerAmount",
                buyerAmount,
                "reason",
                "both are right");

    HttpTestClient.Reply resolved = market.post(trade.disputePath() + "/resolve", MODERATOR, body);

    assertThat(resolved.code()).isEmpty();
    assertThat(resolved.data().path("status").asString()).isEqualTo("RULED");
    assertThat(market.awaitTrade(trade, status).path("outcome").asString()).isEqualTo(outcome);
    await()
        .atMost(TestMarket.PATIENCE)
        .until(() -> market.dollars(trade.seller()), sellerHas::equals);
    assertThat(market.dollars(trade.buyer())).isEqualTo(buyerHas);
    JsonNode file = http.get(trade.disputePath()).as(MODERATOR).send().data();
    assertThat(file.path("dispute").path("state").asString()).isEqualTo("RESOLVED");
    assertThat(file.path("escrow").path("balance").asString()).isEqualTo("0.00");
  }

  @Test
  void repeatedRulingReturnsTheFirstReply() {
    Trade trade = market.disputed();
    UUID key = UUID.randomUUID();
    String body = json("ruling", "REFUND", "reason", "never arrived");
    HttpTestClient.Reply first =
        http.post(trade.disputePath() + "/resolve", body).as(MODERATOR).keyed(key).send();
    HttpTestClient.Reply again =
        http.post(trade.disputePath() + "/resolve", body).as(MODERATOR).keyed(key).send();

    assertThat(again.replayed()).isTrue();
    assertThat(again.data()).isEqualTo(first.data());
    assertThat(market.post(trade.disputePath() + "/resolve", MODERATOR, body).status())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"ruling\":\"split\",\"sellerAmount\":\"40.00\",\"buyerAmount\":\"60.01\",\"reason\":\"x\"} | 422 | SPLIT_DOES_NOT_ADD_UP",
        "{\"ruling\":\"split\",\"sellerAmount\":\"-1\",\"buyerAmount\":\"101\",\"reason\":\"x\"} | 422 | SPLIT_DOES_NOT_ADD_UP",
        "{\"ruling\":\"split\",\"sellerAmount\":\"0.001\",\"buyerAmount\":\"99.999\",\"reason\":\"x\"} | 422 | AMOUNT_TOO_PRECISE",
        "{\"ruling\":\"split\",\"sellerAmount\":\"many\",\"buyerAmount\":\"1\",\"reason\":\"x\"} | 400 | VALIDATION_FAILED",
        "{\"ruling\":\"split\",\"sellerAmount\":\"40.00\",\"reason\":\"x\"} | 400 | VALIDATION_FAILED",
        "{\"ruling\":\"refund\",\"buyerAmount\":\"1.00\",\"reason\":\"x\"} | 400 | VALIDATION_FAILED",
        "{\"ruling\":\"burn\",\"reason\":\"x\"} | 400 | VALIDATION_FAILED",
        "{\"ruling\":\"refund\"} | 400 | VALIDATION_FAILED",
        "{\"ruling\":\"refund\",\"reason\":\" \"} | 400 | VALIDATION_FAILED",
        "{\"ruling\":\"refund\",\"reason\":\"x\" | 400 | MALFORMED_BODY"
      })
  void aDecisionOutOfShapeDecidesNothing(String body, int status, String code) {
    HttpTestClient.Reply reply = market.post(UNDECIDED.disputePath() + "/resolve", MODERATOR, body);

    assertThat(reply.code()).as(reply.toString()).isEqualTo(code);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(state(UNDECIDED)).isEqualTo("OPEN");
  }

  @Test
  void disputesAreForModeratorsOnly() {
    Trade trade = market.disputed();
    String refund = json("ruling", "refund", "reason", "mine");
    for (TestPlayer other : List.of(trade.buyer(), trade.seller(), SERVER.admin())) {
      assertThat(http.get("/disputes").as(other).send().status()).isEqualTo(403);
      assertThat(http.get(trade.disputePath()).as(other).send().code()).isEqualTo("FORBIDDEN");
      assertThat(market.post(trade.disputePath() + "/assign", other).code()).isEqualTo("FORBIDDEN");
      assertThat(market.post(trade.disputePath() + "/notes", other, json("note", "x")).code())
          .isEqualTo("FORBIDDEN");
      assertThat(market.post(trade.disputePath() + "/resolve", other, refund).code())
          .isEqualTo("FORBIDDEN");
    }
    assertThat(state(trade)).isEqualTo("OPEN");
  }

  @Test
  void moderatorWhoIsAPartyCannotHandleTheDispute() {
    TestPlayer partisan = SERVER.newPlayerWithRole("moderator");
    market.credit(partisan, "USD", "100.00");
    Trade trade = market.inEscrow(market.offered(SERVER.newPlayer(), partisan));
    assertThat(
            market.post(trade.escrowPath() + "/dispute", partisan, json("reason", "late")).status())
        .isEqualTo(201);
    assertThat(market.post(trade.disputePath() + "/notes", MODERATOR, json("note", "hm")).code())
        .isEmpty();
    HttpTestClient.Reply assigned =
        market.post(trade.disputePath() + "/assign", MODERATOR, json("handler", partisan.id()));

    String partyOfIt = "DISPUTE_HANDLER_IS_PARTY";
    assertThat(assigned.code()).isEqualTo(partyOfIt);
    assertThat(market.post(trade.disputePath() + "/assign", partisan).code()).isEqualTo(partyOfIt);
    HttpTestClient.Reply resolved =
        market.post(
            trade.disputePath() + "/resolve", partisan, json("ruling", "refund", "reason", "me"));
    assertThat(resolved.status()).isEqualTo(403);
    assertThat(resolved.code()).isEqualTo(partyOfIt);
    assertThat(http.get(trade.disputePath()).as(partisan).after(resolvedBy(trade)).send().code())
        .isEqualTo(partyOfIt);
    assertThat(types(timeline(trade, partisan))).doesNotContain("DisputeNoteAdded");
  }

  /** Decided by the moderator, so that a later read has a position to wait for. */
  private HttpTestClient.Reply resolvedBy(Trade trade) {
    return market.post(
        trade.disputePath() + "/resolve", MODERATOR, json("ruling", "refund", "reason", "late"));
  }

  @Test
  void disputeIsAssignedWithNotesAndInItsTimeline() {
    Trade trade = market.disputed();
    TestPlayer colleague = SERVER.newPlayerWithRole("moderator");
    TestPlayer auditor = SERVER.newPlayerWithRole("auditor");

    assertThat(
            market
                .post(trade.disputePath() + "/assign", MODERATOR, json("handler", colleague.id()))
                .code())
        .isEmpty();
    HttpTestClient.Reply noModerator =
        market.post(
            trade.disputePath() + "/assign", MODERATOR, json("handler", SERVER.newPlayer().id()));
    HttpTestClient.Reply nobody =
        market.post(
            trade.disputePath() + "/assign",
            MODERATOR,
            json("handler", UUID.randomUUID().toString()));
    assertThat(
            market
                .post(
                    trade.escrowPath() + "/evidence", trade.seller(), json("statement", "it cuts"))
                .status())
        .isEqualTo(201);
    assertThat(
            market
                .post(
                    trade.escrowPath() + "/evidence",
                    SERVER.newPlayer(),
                    json("statement", "I saw"))
                .code())
        .isEqualTo("ESCROW_NOT_YOURS");
    HttpTestClient.Reply noted =
        market.post(trade.disputePath() + "/notes", colleague, json("note", "buyer did it before"));

    assertThat(noModerator.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(noModerator.details().propertyNames()).containsExactly("handler");
    assertThat(nobody.code()).isEqualTo("PLAYER_NOT_FOUND");
    HttpTestClient.Reply file = http.get(trade.disputePath()).as(colleague).after(noted).send();
    assertThat(file.data().path("dispute").path("state").asString()).isEqualTo("ASSIGNED");
    assertThat(file.data().path("dispute").path("handler").asString()).isEqualTo(colleague.id());
    assertThat(file.data().path("buyerRecord").path("username").asString())
        .isEqualTo(trade.buyer().username());
    assertThat(file.data().path("buyerRecord").path("disputes").asInt()).isEqualTo(1);

    List<String> whole =
        List.of(
            "OfferMade",
            "OfferAccepted",
            "FundsPlacedInEscrow",
            "ItemDelivered",
            "DisputeOpened",
            "DisputeAssigned",
            "EvidenceSubmitted",
            "DisputeNoteAdded");
    assertThat(types(timeline(trade, colleague))).containsSubsequence(whole);
    for (TestPlayer other : List.of(trade.buyer(), trade.seller(), auditor, SERVER.admin())) {
      JsonNode told = timeline(trade, other);
      assertThat(types(told)).containsSubsequence(whole.subList(0, 7));
      assertThat(types(told)).doesNotContain("DisputeNoteAdded");
      assertThat(told.toString())
          .contains("it is blunt", "it cuts")
          .doesNotContain("did it before");
    }
    JsonNode opened = entry(timeline(trade, trade.buyer()), "DisputeOpened");
    assertThat(opened.path("actor").asString()).isEqualTo(trade.buyer().id());
    assertThat(opened.path("deadline").asString("")).isNotEmpty();
    assertThat(
            entry(timeline(trade, trade.buyer()), "FundsPlacedInEscrow").path("actor").asString())
        .startsWith("saga:");
  }

  @Test
  void disputesAreListedByTheTimeLeft() {
    TestPlayer handler = SERVER.newPlayerWithRole("moderator");
    HttpTestClient.Reply last = null;
    for (int i = 0; i < 3; i++) {
      Trade trade = market.disputed();
      last = market.post(trade.disputePath() + "/assign", handler);
      assertThat(last.code()).isEmpty();
    }
    String path = "/disputes?handler=" + handler.id() + "&limit=2";
    HttpTestClient.Reply first = http.get(path).as(handler).after(last).send();
    String cursor = first.json().path("pagination").path("nextCursor").asString();
    HttpTestClient.Reply second = http.get(path + "&cursor=" + cursor).as(handler).send();

    assertThat(first.data().size()).isEqualTo(2);
    assertThat(first.json().path("pagination").path("hasNext").asBoolean()).isTrue();
    assertThat(second.data().size()).isEqualTo(1);
    assertThat(second.json().path("pagination").path("hasNext").asBoolean(true)).isFalse();
    assertThat(second.data().get(0).path("decideBy").asString())
        .isGreaterThanOrEqualTo(first.data().get(1).path("decideBy").asString());
    assertThat(http.get("/disputes?limit=2&cursor=" + cursor).as(handler).send().code())
        .isEqualTo("INVALID_CURSOR");
    assertThat(http.get("/disputes?state=asleep").as(handler).send().code())
        .isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void disputeOfATradeWithoutOneIsNotFound() {
    Trade trade = market.inEscrow();

    assertThat(http.get(trade.disputePath()).as(MODERATOR).send().status()).isEqualTo(404);
    assertThat(market.post(trade.disputePath() + "/notes", MODERATOR, json("note", "x")).code())
        .isEqualTo("ESCROW_NOT_DISPUTED");
    assertThat(
            market
                .post(
                    "/disputes/" + UUID.randomUUID() + "/resolve",
                    MODERATOR,
                    json("ruling", "refund", "reason", "x"))
                .code())
        .isEqualTo("ESCROW_NOT_FOUND");
  }

  private String state(Trade trade) {
    return await()
        .atMost(TestMarket.PATIENCE)
        .until(
            () -> http.get(trade.disputePath()).as(MODERATOR).send().data(),
            file -> file.has("dispute"))
        .path("dispute")
        .path("state")
        .asString();
  }

  private JsonNode timeline(Trade trade, TestPlayer reader) {
    HttpTestClient.Reply reply = http.get(trade.escrowPath() + "/timeline").as(reader).send();
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.data();
  }

  private static List<String> types(JsonNode timeline) {
    return timeline
        .path("entries")
        .valueStream()
        .map(entry -> entry.path("type").asString())
        .toList();
  }

  private static JsonNode entry(JsonNode timeline, String type) {
    return timeline
        .path("entries")
        .valueStream()
        .filter(entry -> entry.path("type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
