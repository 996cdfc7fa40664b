package io.playledger.command.score;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.CommandRejected;
import io.playledger.api.score.BoardId;
import io.playledger.api.score.IncrementScore;
import io.playledger.api.score.ScoreIncremented;
import io.playledger.api.score.ScoreRejection;
import io.playledger.command.aggregate.StateByFields;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ScoreSnapshotTest {

  @Test
  void snapshotOfAScoreKeepsItsTotals() {
    PlayerScore score = new PlayerScore();
    score.on(new ScoreIncremented(ANNA, BoardId.GLOBAL, 5, Long.MAX_VALUE - 5, NOW));
    score.on(new ScoreIncremented(ANNA, new BoardId("weekly"), 5, 5, NOW));

    PlayerScore restored = StateByFields.throughASnapshot(score);

    assertThat(restored.exists()).isTrue();
    Assertions.assertThatThrownBy(
            () -> restored.handle(new IncrementScore(ANNA, BoardId.GLOBAL, 6, NOW)))
        .isInstanceOfSatisfying(
            CommandRejected.class,
            rejected -> assertThat(rejected.code()).isEqualTo(ScoreRejection.SCORE_OVERFLOW));
  }
}
