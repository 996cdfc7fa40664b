package io.playledger.command.reputation;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.CommandRejected;
import io.playledger.api.reputation.ReputationAction;
import io.playledger.api.reputation.ReputationChanged;
import io.playledger.api.reputation.ReputationRejection;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayerReputationTest {

  /** Too far away to be reached by steps, so the state comes from an event. */
  @Test
  void rejectsAChangeThatOverflowsTheReputation() {
    PlayerReputation reputation = new PlayerReputation();
    reputation.on(
        new ReputationChanged(
            ANNA,
            ReputationAction.TRADE_REVIEWED,
            1,
            Integer.MAX_VALUE - 1,
            1,
            "a trade",
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
