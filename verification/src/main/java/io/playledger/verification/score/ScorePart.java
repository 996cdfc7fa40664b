package io.playledger.verification.score;

import io.playledger.verification.day.Crew.Script;
import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayPart;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Troublemaker;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Players score, and the leaderboard ranks them. */
public final class ScorePart implements DayPart {

  private final DayStage stage;
  private final ScorePlan plan;
  private final ScoreScript scores;

  public ScorePart(DayStage stage) {
    this.stage = stage;
    this.plan = ScorePlan.of(stage.seed(), stage.size());
    this.scores = new ScoreScript(stage);
  }

  @Override
  public List<Script> scripts() {
    List<Script> all = new ArrayList<>();
    for (int number = 0; number < plan.increments().size(); number++) {
      int player = number;
      List<Long> increments = plan.increments().get(number);
      all.add(new Script(DayStage.step(player) + "/score", () -> scores.play(player, increments)));
    }
    return all;
  }

  @Override
  public void visit(Actor visitor, int visit) {
    stage.desk().read(visitor, "leaderboard.read", "/leaderboard");
  }

  @Override
  public void misuse(Troublemaker trouble) {
    ObjectNode nothing = Json.object().put("playerId", trouble.who().playerId()).put("delta", 0);
    trouble.refused(
        trouble.admin(),
        "score-nothing",
        "/scores/update",
        nothing,
        "DELTA_OUT_OF_RANGE",
        "VALIDATION_FAILED");
    ObjectNode own = Json.object().put("playerId", trouble.stranger().playerId()).put("delta", 1);
    trouble.refused(trouble.stranger(), "score-myself", "/scores/update", own, "FORBIDDEN");
  }

  @Override
  public List<DayCheck> checks() {
    return List.of(new ScoresCheck(scores.totals()));
  }
}
