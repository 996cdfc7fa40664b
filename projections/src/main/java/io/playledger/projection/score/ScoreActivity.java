package io.playledger.projection.score;

import io.playledger.api.score.ScoreEvent;
import io.playledger.api.score.ScoreIncremented;
import io.playledger.projection.Facts;
import io.playledger.projection.FeedEntries;
import io.playledger.projection.Happening;

/** Feed entries for players about their own scores. */
public final class ScoreActivity implements FeedEntries<ScoreEvent> {

  @Override
  public Happening of(ScoreEvent event) {
    return switch (event) {
      case ScoreIncremented e ->
          Happening.of(
              e.player(),
              "leaderboard",
              e.board(),
              Facts.none()
                  .with("board", e.board())
                  .with("delta", e.delta())
                  .with("total", e.total()));
    };
  }
}
