package io.playledger.projection.reputation;

import io.playledger.api.reputation.ReputationChanged;
import io.playledger.api.reputation.ReputationEvent;
import io.playledger.projection.Facts;
import io.playledger.projection.FeedEntries;
import io.playledger.projection.Happening;

/** Feed entries for players about their own reputation. */
public final class ReputationActivity implements FeedEntries<ReputationEvent> {

  @Override
  public Happening of(ReputationEvent event) {
    return switch (event) {
      case ReputationChanged e ->
          Happening.of(
              e.player(),
              "player",
              e.player(),
              Facts.none()
                  .with("action", e.action())
                  .with("delta", e.delta())
                  .with("score", e.score()));
    };
  }
}
