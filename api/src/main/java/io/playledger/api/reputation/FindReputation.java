package io.playledger.api.reputation;

import io.playledger.api.Query;
import io.playledger.api.identity.PlayerId;

/** A player's standing; zero where nothing has moved it. */
public record FindReputation(PlayerId player) implements Query<ReputationView> {
  @Override
  public Class<ReputationView> answerType() {
    return ReputationView.class;
  }

  @Override
  public String projection() {
    return "reputation";
  }
}
