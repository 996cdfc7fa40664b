package io.playledger.command.reputation;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.MODERATOR;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.CommandRejected;
import io.playledger.api.reputation.AdjustReputation;
import io.playledger.api.reputation.ReputationAction;
import io.playledger.api.reputation.ReputationChanged;
import io.playledger.api.reputation.ReputationRejection;
import io.playledger.command.CommandFixture;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayerReputationTest {

  private final CommandFixture fixture = new CommandFixture();

  private static AdjustReputation adjust(int delta) {
    return new AdjustReputation(ANNA, delta, text(MODERATOR), NOW);
  }

  @Nested
  class Adjust {

    @Test
    void adjustmentChangesTheReputationAndKeepsTheReason() {
      fixture
          .given(adjust(10))
          .when(adjust(-25))
          .expectEvents(
              new ReputationChanged(
                  ANNA,
                  ReputationAction.MANUAL_ADJUSTMENT,
                  -25,
                  -15,
                  1,
                  "admin",
                  text(MODERATOR),
                  NOW));
    }

    @Test
    void rejectsAnAdjustmentOutOfRange() {
      for (int delta : new int[] {0, 101, -101, Integer.MIN_VALUE}) {
        fixture.when(adjust(delta)).expectRejection(ReputationRejection.ADJUSTMENT_OUT_OF_RANGE);
      }
      fixture.given(adjust(100), adjust(-100));
    }
  }

  /** Too far away to be reached by steps, so the state comes from an event. */
  @Test
  void rejectsAnAdjustmentThatOverflowsTheReputation() {
    PlayerReputation reputation = new PlayerReputation();
    reputation.on(
        new ReputationChanged(
            ANNA,
            ReputationAction.MANUAL_ADJUSTMENT,
            1,
            Integer.MAX_VALUE - 1,
            1,
            "admin",
            null,
            NOW));

    Assertions.assertThatThrownBy(() -> reputation.checkMove(2))
        .isInstanceOfSatisfying(
            CommandRejected.class,
            rejected ->
                assertThat(rejected.code()).isEqualTo(ReputationRejection.REPUTATION_OUT_OF_RANGE));
    reputation.checkMove(1);
  }

  @ParameterizedTest
  @CsvSource({"1,-4", "2,-2", "3,0", "4,2", "5,4"})
  void reviewGivesPointsByItsStars(int rating, int points) {
    assertThat(TradeReviewPolicy.points(rating)).isEqualTo(points);
  }
}
