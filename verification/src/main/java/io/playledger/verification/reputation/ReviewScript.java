package io.playledger.verification.reputation;

import io.playledger.verification.day.Act;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Expect;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.Json;
import io.playledger.verification.market.TradeRecord;
import tools.jackson.databind.node.ObjectNode;

/** After a completed trade its sides judge each other, where the plan says so. */
final class ReviewScript {

  private final DayStage stage;

  ReviewScript(DayStage stage) {
    this.stage = stage;
  }

  void play(TradeRecord trade) {
    if (!trade.completed()) {
      return;
    }
    review(trade, true, trade.plan().buyerRating());
    review(trade, false, trade.plan().sellerRating());
  }

  private void review(TradeRecord trade, boolean byBuyer, int rating) {
    boolean done = byBuyer ? trade.reviewedByBuyer() : trade.reviewedBySeller();
    if (rating == 0 || done) {
      return;
    }
    Actor who = stage.player(byBuyer ? trade.plan().buyer() : trade.item().seller());
    String side = byBuyer ? "buyer" : "seller";
    ObjectNode body = Json.object().put("rating", rating).put("comment", "Quick and friendly.");
    String step = trade.plan().step() + "/review-" + side;
    String path = "/trades/" + trade.id() + "/review";
    if (stage
        .desk()
        .perform(Act.post(who, "trade.review", step, path, body), Expect.success())
        .ok()) {
      trade.reviewed(byBuyer);
    }
  }
}
