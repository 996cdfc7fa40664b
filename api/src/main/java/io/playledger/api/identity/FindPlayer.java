package io.playledger.api.identity;

import io.playledger.api.Query;

/** The public face of a player; the answer is null where there is none. */
public record FindPlayer(PlayerId player) implements Query<PlayerView> {
  @Override
  public Class<PlayerView> answerType() {
    return PlayerView.class;
  }

  @Override
  public String projection() {
    return "identity";
  }
}
