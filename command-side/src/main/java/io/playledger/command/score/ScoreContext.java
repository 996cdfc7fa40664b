package io.playledger.command.score;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.Context;
import java.util.List;

/** The score's part of the command side. */
public final class ScoreContext {

  private static final int SCORE_SNAPSHOT_EVERY = 200;

  private ScoreContext() {}

  public static Context context() {
    return new Context(
        "score",
        List.of(AggregateType.snapshotted(PlayerScore.class, SCORE_SNAPSHOT_EVERY)),
        List.of());
  }
}
