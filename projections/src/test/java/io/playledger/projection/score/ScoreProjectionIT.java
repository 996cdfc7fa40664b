package io.playledger.projection.score;

import static io.playledger.projection.SampleMarket.ANNA;
import static io.playledger.projection.SampleMarket.BEN;
import static io.playledger.projection.SampleMarket.BOARD;
import static io.playledger.projection.SampleMarket.MODERATOR;
import static io.playledger.projection.SampleMarket.scored;
import static io.playledger.projection.jooq.tables.Score.SCORE;
import static io.playledger.projection.jooq.tables.ScoreHistory.SCORE_HISTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.identity.PlayerId;
import io.playledger.projection.ProjectedTables;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScoreProjectionIT {

  private ProjectedTables tables;

  @BeforeEach
  void open() throws Exception {
    tables = new ProjectedTables();
  }

  @AfterEach
  void close() throws Exception {
    tables.close();
  }

  @Test
  void earlierOfTwoEqualTotalsRanksHigher() throws Exception {
    // at the same instant, and not in the order of ids: only the position tells them apart
    tables.happened(scored(BEN, 4, 4, 1), scored(MODERATOR, 10, 10, 1));
    tables.happened(scored(ANNA, 10, 10, 1), scored(BEN, 6, 10, 1));

    assertThat(ranking()).containsExactly(MODERATOR, ANNA, BEN);
  }

  @Test
  void totalThatIsReachedAgainCountsFromTheSecondTime() throws Exception {
    tables.happened(scored(ANNA, 10, 10, 1), scored(BEN, 10, 10, 2));
    tables.happened(scored(ANNA, -1, 9, 3), scored(ANNA, 1, 10, 4));

    assertThat(ranking()).containsExactly(BEN, ANNA);
  }

  @Test
  void severalIncrementsOfABatchEndInTheLastTotal() throws Exception {
    tables.happened(scored(ANNA, 1, 1, 1));
    tables.happened(scored(ANNA, 2, 3, 2), scored(BEN, 1, 1, 3), scored(ANNA, 4, 7, 4));

    var row = tables.sql().selectFrom(SCORE).where(SCORE.PLAYER.eq(ANNA)).fetchSingle();
    assertThat(row.get(SCORE.BOARD)).isEqualTo(BOARD);
    assertThat(row.get(SCORE.TOTAL)).isEqualTo(7);
    assertThat(row.get(SCORE.REACHED_POSITION)).isEqualTo(4);
    assertThat(
            tables
                .sql()
                .select(SCORE_HISTORY.TOTAL)
                .from(SCORE_HISTORY)
                .where(SCORE_HISTORY.PLAYER.eq(ANNA))
                .orderBy(SCORE_HISTORY.POSITION)
                .fetch(SCORE_HISTORY.TOTAL))
        .containsExactly(1L, 3L, 7L);
  }

  private List<PlayerId> ranking() {
    return tables
        .sql()
        .select(SCORE.PLAYER)
        .from(SCORE)
        .where(SCORE.BOARD.eq(BOARD))
        .orderBy(SCORE.TOTAL.desc(), SCORE.REACHED_POSITION)
        .fetch(SCORE.PLAYER);
  }
}
