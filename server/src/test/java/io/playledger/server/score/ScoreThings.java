package io.playledger.server.score;

import io.playledger.server.ServerUnderTest;
import io.playledger.server.authority.MatrixThings;
import java.util.Map;

/** Scores for the matrix. */
final class ScoreThings implements MatrixThings {

  @Override
  public Map<String, Thing> things() {
    return Map.of(
        "score",
        Thing.of(
            (market, owner) -> {
              market.post(
                  "/scores/update",
                  ServerUnderTest.shared().admin(),
                  "{\"playerId\":\"%s\",\"delta\":5}".formatted(owner.id()));
              return owner.id();
            }));
  }
}
