package io.playledger.verification.escrow;

import io.playledger.verification.books.Currency;
import io.playledger.verification.day.Act;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Expect;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import io.playledger.verification.market.Scenario;
import io.playledger.verification.market.TradeRecord;
import tools.jackson.databind.node.ObjectNode;

/** The buyer opens a dispute, both sides add evidence, and a moderator decides, or none does. */
final class DisputeScript {

  private final DayStage stage;

  DisputeScript(DayStage stage) {
    this.stage = stage;
  }

  void play(TradeRecord trade) {
    Actor buyer = stage.player(trade.plan().buyer());
    Actor seller = stage.player(trade.item().seller());
    String escrow = "/escrows/" + trade.id();
    ObjectNode complaint = Json.object().put("reason", "It is not what the listing says.");
    if (!act(trade, buyer, "escrow.dispute", "/dispute", escrow + "/dispute", complaint)) {
      return;
    }
    if (trade.plan().insists()) {
      insist(trade, buyer);
    }
    evidence(trade, buyer, "buyer");
    evidence(trade, seller, "seller");
    if (trade.plan().scenario() != Scenario.RULED_BY_DEFAULT) {
      rule(trade);
    }
  }

  private void evidence(TradeRecord trade, Actor who, String side) {
    ObjectNode body = Json.object().put("statement", "See the picture, says the " + side + ".");
    String path = "/escrows/" + trade.id() + "/evidence";
    act(trade, who, "escrow.evidence", "/evidence-" + side, path, body);
  }

  /** A disputed trade cannot be confirmed, because its funds are frozen. */
  private void insist(TradeRecord trade, Actor buyer) {
    String step = trade.plan().step() + "/confirm-after-dispute";
    stage
        .desk()
        .perform(
            Act.post(buyer, "trade.confirm", step, "/trades/" + trade.id() + "/confirm"),
            Expect.refused("ESCROW_DISPUTED", "ESCROW_FINISHED"));
  }

  private void rule(TradeRecord trade) {
    Actor moderator = stage.moderatorFor(trade.plan().number());
    String dispute = "/disputes/" + trade.id();
    moderator.saw(stage.player(trade.plan().buyer()).seen());
    stage.desk().read(moderator, "dispute.read", dispute);
    act(trade, moderator, "dispute.assign", "/assign", dispute + "/assign", Json.object());
    ObjectNode note = Json.object().put("note", "Both sound honest.");
    act(trade, moderator, "dispute.note", "/note", dispute + "/notes", note);
    act(trade, moderator, "dispute.resolve", "/resolve", dispute + "/resolve", ruling(trade));
  }

  private static ObjectNode ruling(TradeRecord trade) {
    ObjectNode body = Json.object().put("reason", "On the evidence given.");
    return switch (trade.plan().scenario()) {
      case RULED_RELEASE -> body.put("ruling", "release");
      case RULED_REFUND -> body.put("ruling", "refund");
      case RULED_SPLIT -> {
        Currency currency = trade.item().currency();
        long toBuyer = trade.splitToBuyer();
        yield body.put("ruling", "split")
            .put("buyerAmount", currency.decimal(toBuyer))
            .put("sellerAmount", currency.decimal(trade.units() - toBuyer));
      }
      case CONFIRMED,
          UNCONTESTED,
          NOT_DELIVERED,
          CANCELLED_BY_BOTH,
          FUNDS_UNAVAILABLE,
          RULED_BY_DEFAULT ->
          throw new IllegalArgumentException("Nobody rules on " + trade.plan());
    };
  }

  /** Whether it came in time. */
  private boolean act(
      TradeRecord trade, Actor who, String kind, String part, String path, ObjectNode body) {
    Act act = Act.post(who, kind, trade.plan().step() + part, path, body);
    ApiReply reply = stage.desk().perform(act, Expect.successOr(TradeRecord.TOO_LATE));
    if (!reply.ok()) {
      trade.cameLate();
    }
    return reply.ok();
  }
}
