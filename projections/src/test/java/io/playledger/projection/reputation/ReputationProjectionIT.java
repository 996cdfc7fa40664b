package io.playledger.projection.reputation;

import static io.playledger.projection.SampleMarket.ANNA;
import static io.playledger.projection.SampleMarket.BEN;
import static io.playledger.projection.SampleMarket.MODERATOR;
import static io.playledger.projection.SampleMarket.reputation;
import static io.playledger.projection.SampleMarket.says;
import static io.playledger.projection.jooq.tables.Reputation.REPUTATION;
import static io.playledger.projection.jooq.tables.ReputationChange.REPUTATION_CHANGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.projection.ProjectedTables;
import org.junit.jupiter.api.Test;

class ReputationProjectionIT {

  @Test
  void reputationIsTheLastScoreAndChangesAreCounted() throws Exception {
    try (ProjectedTables tables = new ProjectedTables()) {
      tables.happened(reputation(ANNA, 5, 5), reputation(ANNA, 5, 10), reputation(BEN, 1, 1));
      tables.happened(reputation(ANNA, -3, 7), reputation(ANNA, 1, 8));

      var standing =
          tables.sql().selectFrom(REPUTATION).where(REPUTATION.PLAYER.eq(ANNA)).fetchSingle();
      assertThat(standing.get(REPUTATION.SCORE)).isEqualTo(8);
      assertThat(standing.get(REPUTATION.CHANGES)).isEqualTo(4);
      var changes =
          tables
              .sql()
              .selectFrom(REPUTATION_CHANGE)
              .where(REPUTATION_CHANGE.PLAYER.eq(ANNA))
              .orderBy(REPUTATION_CHANGE.POSITION)
              .fetch();
      assertThat(changes.getValues(REPUTATION_CHANGE.POSITION)).containsExactly(1L, 2L, 4L, 5L);
      assertThat(changes.getValues(REPUTATION_CHANGE.DELTA)).containsExactly(5, 5, -3, 1);
      assertThat(changes.getFirst().get(REPUTATION_CHANGE.WORDS))
          .as("enciphered")
          .isEqualTo(says(MODERATOR, "for a reason"));
    }
  }
}
