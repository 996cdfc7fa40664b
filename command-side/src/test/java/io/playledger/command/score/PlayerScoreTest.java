package io.playledger.command.score;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.CommandRejected;
import io.playledger.api.score.BoardId;
import io.playledger.api.score.IncrementScore;
import io.playledger.api.score.ScoreIncremented;
import io.playledger.api.score.ScoreReceipt;
import io.playledger.api.score.ScoreRejection;
import io.playledger.command.CommandFixture;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlayerScoreTest {

  private final CommandFixture fixture = new CommandFixture();

  private static IncrementScore increment(long delta) {
    return new IncrementScore(ANNA, BoardId.GLOBAL, delta, NOW);
  }

  @Nested
  class Increment {

    @Test
    void incrementAddsToTheTotalOfItsBoard() {
      fixture
          .given(increment(7), new IncrementScore(ANNA, new BoardId("weekly"), 100, NOW))
          .when(increment(5))
          .expectEvents(new ScoreIncremented(ANNA, BoardId.GLOBAL, 5, 12, NOW))
          .expectAnswer(new ScoreReceipt(BoardId.GLOBAL, 5, 12));
    }

    @Test
    void rejectsAnIncrementOutOfRange() {
      for (long delta : new long[] {0, -1, IncrementScore.DELTA_MAX + 1, Long.MIN_VALUE}) {
        fixture.when(increment(delta)).expectRejection(ScoreRejection.DELTA_OUT_OF_RANGE);
      }
      fixture.given(increment(IncrementScore.DELTA_MAX));
    }
  }

  /** Too far away to be reached by increments, so the state comes from an event. */
  @Test
  void rejectsAnIncrementThatOverflowsTheTotal() {
    PlayerScore score = new PlayerScore();
    score.on(new ScoreIncremented(ANNA, BoardId.GLOBAL, 1, Long.MAX_VALUE - 1, NOW));

    Assertions.assertThatThrownBy(() -> score.handle(increment(2)))
        .isInstanceOfSatisfying(
            CommandRejected.class,
            rejected -> assertThat(rejected.code()).isEqualTo(ScoreRejection.SCORE_OVERFLOW));
  }

  @Test
  void incrementUpToTheGreatestTotalIsAccepted() {
    fixture
        .log()
        .appendEvents(
            List.of(
                new GenericDomainEventMessage<>(
                    "PlayerScore",
                    increment(1).aggregateId(),
                    0,
                    new ScoreIncremented(ANNA, BoardId.GLOBAL, 1, Long.MAX_VALUE - 5, NOW))));

    fixture.when(increment(5)).expectAnswer(new ScoreReceipt(BoardId.GLOBAL, 5, Long.MAX_VALUE));
    fixture.when(increment(1)).expectRejection(ScoreRejection.SCORE_OVERFLOW);
  }
}
