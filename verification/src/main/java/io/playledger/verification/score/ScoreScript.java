package io.playledger.verification.score;

import io.playledger.verification.day.Act;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ObjectNode;

/** A player scores, as the admin reports it. */
final class ScoreScript {

  private final DayStage stage;
  private final Map<Integer, Long> totals = new ConcurrentHashMap<>();

  ScoreScript(DayStage stage) {
    this.stage = stage;
  }

  void play(int player, List<Long> increments) {
    long total = 0;
    int number = 0;
    for (long delta : increments) {
      total += delta;
      String step = DayStage.step(player) + "/score-" + number++;
      ObjectNode body =
          Json.object().put("playerId", stage.player(player).playerId()).put("delta", delta);
      ApiReply reply =
          stage.desk().must(Act.post(stage.admin(), "score.update", step, "/scores/update", body));
      totals.merge(player, delta, Math::addExact);
      if (reply.data().path("total").asLong(-1) != total) {
        stage.findings().add("score differs", step + ": " + total + ", but " + reply.brief());
      }
    }
  }

  /** Acknowledged points by player number. */
  Map<Integer, Long> totals() {
    return Map.copyOf(totals);
  }
}
