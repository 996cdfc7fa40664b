package io.playledger.command.score;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.CommandContext;
import java.util.List;

/** The score's part of the command side. */
public final class ScoreContext implements CommandContext {

  private static final int SCORE_SNAPSHOT_EVERY = 200;

  @Override
  public List<AggregateType<?>> aggregates() {
    return List.of(AggregateType.snapshotted(PlayerScore.class, SCORE_SNAPSHOT_EVERY));
  }
}
