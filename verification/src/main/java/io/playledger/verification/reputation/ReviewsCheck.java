package io.playledger.verification.reputation;

import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.market.MarketRecord;
import io.playledger.verification.market.TradeRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every acknowledged review is on the reviewed player's page, and no other. */
final class ReviewsCheck implements DayCheck {

  private final MarketRecord record;

  ReviewsCheck(MarketRecord record) {
    this.record = record;
  }

  @Override
  public String title() {
    return "Reviews";
  }

  @Override
  public List<String> run(DayStage stage) {
    Map<Integer, Integer> expected = new HashMap<>();
    for (TradeRecord trade : record.trades()) {
      if (trade.reviewedByBuyer()) {
        expected.merge(trade.item().seller(), 1, Integer::sum);
      }
      if (trade.reviewedBySeller()) {
        expected.merge(trade.plan().buyer(), 1, Integer::sum);
      }
    }
    int all = 0;
    for (int number = 0; number < stage.players().size(); number++) {
      int wanted = expected.getOrDefault(number, 0);
      int shown = shown(stage, stage.player(number));
      all += shown;
      if (shown != wanted) {
        String name = stage.player(number).username();
        stage.findings().add("reviews differ", name + ": " + shown + ", not " + wanted);
      }
    }
    return List.of(all + " reviews on the players' pages");
  }

  private static int shown(DayStage stage, Actor player) {
    int count = 0;
    String cursor = "";
    while (true) {
      String path = "/players/" + player.playerId() + "/reviews?limit=100" + cursor;
      ApiReply reply = stage.desk().read(player, "reviews.read", path, stage.seen());
      count += reply.data().size();
      String next = reply.json().path("pagination").path("nextCursor").asString("");
      if (next.isEmpty() || reply.data().isEmpty()) {
        return count;
      }
      cursor = "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
  }
}
