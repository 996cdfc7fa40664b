package io.playledger.verification.day;

import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import io.playledger.verification.plan.PlayerPlan;
import tools.jackson.databind.node.ObjectNode;

/** A player scores, as the admin reports it. */
final class ScoreScript {

  private final Stage stage;

  ScoreScript(Stage stage) {
    this.stage = stage;
  }

  void play(PlayerPlan plan) {
    long total = 0;
    int number = 0;
    for (long delta : plan.scores()) {
      total += delta;
      String step = plan.step() + "/score-" + number++;
      ObjectNode body =
          Json.object().put("playerId", stage.player(plan.number()).playerId()).put("delta", delta);
      ApiReply reply =
          stage.desk().must(Act.post(stage.admin(), "score.update", step, "/scores/update", body));
      stage.record().scored(plan.number(), delta);
      if (reply.data().path("total").asLong(-1) != total) {
        stage.findings().add("score differs", step + ": " + total + ", but " + reply.brief());
      }
    }
  }
}
