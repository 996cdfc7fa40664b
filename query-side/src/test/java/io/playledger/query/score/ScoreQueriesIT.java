package io.playledger.query.score;

import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.BOB;
import static io.playledger.query.Day.CARA;
import static io.playledger.query.Day.at;
import static io.playledger.query.Day.player;
import static io.playledger.query.Day.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.playledger.api.AsOf;
import io.playledger.api.InvalidCursorException;
import io.playledger.api.PageOf;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.score.BoardId;
import io.playledger.api.score.FindLeaderboard;
import io.playledger.api.score.FindRank;
import io.playledger.api.score.ListScoreHistory;
import io.playledger.api.score.RankView;
import io.playledger.api.score.ScoreHistoryPage;
import io.playledger.api.score.ScoreIncremented;
import io.playledger.query.Pages;
import io.playledger.query.ReadTables;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreQueriesIT {

  private static final BoardId ARENA = new BoardId("arena");

  @RegisterExtension final ReadTables tables = new ReadTables();

  @Test
  void earlierOfTwoEqualScoresRanksHigher() throws Exception {
    tables.happened(
        registered(tables, ADA, "ada"),
        scored(ADA, ARENA, 50, 50, 1),
        scored(CARA, ARENA, 100, 100, 2),
        scored(BOB, ARENA, 100, 100, 3),
        scored(ADA, ARENA, 50, 100, 4),
        scored(player(4), ARENA, 101, 101, 5),
        scored(player(5), BoardId.GLOBAL, 500, 500, 6));

    List<RankView> board = latest(10);

    assertThat(board)
        .containsExactly(
            new RankView(1, player(4), null, 101, at(5)),
            new RankView(2, CARA, null, 100, at(2)),
            new RankView(3, BOB, null, 100, at(3)),
            new RankView(4, ADA, "ada", 100, at(4)));
    assertThat(board).allSatisfy(entry -> assertThat(rank(entry.playerId())).isEqualTo(entry));
    assertThat(latest(2)).isEqualTo(board.subList(0, 2));
    assertThat(rank(player(5))).isNull();
  }

  /** No log makes it: every position has one event. The order must be total all the same. */
  @Test
  void idsBreakTiesOfEqualPositions() throws Exception {
    tables.happened(
        scored(CARA, ARENA, 7, 7, 1), scored(ADA, ARENA, 7, 7, 1), scored(BOB, ARENA, 7, 7, 1));
    tables.sql().execute("UPDATE score SET reached_position = 1");

    List<RankView> board = latest(10);

    assertThat(board).extracting(RankView::playerId).containsExactly(ADA, BOB, CARA);
    assertThat(board).allSatisfy(entry -> assertThat(rank(entry.playerId())).isEqualTo(entry));
  }

  @Test
  void everyPlayersRankIsExact() throws Exception {
    tables
        .sql()
        .execute(
            """
            INSERT INTO score (board, player, total, reached_position, reached_at)
            SELECT 'arena', md5(n::text)::uuid, (n * 7919) % 13, n, now()
            FROM generate_series(1, 100) n""");

    List<RankView> board = latest(100);

    assertThat(board).hasSize(100);
    for (int i = 0; i < board.size(); i++) {
      assertThat(board.get(i).rank()).isEqualTo(i + 1);
      assertThat(rank(board.get(i).playerId())).isEqualTo(board.get(i));
    }
  }

  @Test
  void boardIsReadAsOfAPosition() throws Exception {
    long first = tables.happened(scored(ADA, ARENA, 50, 50, 1));
    long second = tables.happened(scored(BOB, ARENA, 70, 70, 2));
    long third = tables.happened(scored(ADA, ARENA, 20, 70, 3));
    tables.happened(scored(ADA, ARENA, 1, 71, 4), scored(CARA, BoardId.GLOBAL, 9, 9, 4));

    assertThat(atPosition(first)).containsExactly(new RankView(1, ADA, null, 50, at(1)));
    assertThat(atPosition(second))
        .extracting(RankView::playerId, RankView::score)
        .containsExactly(tuple(BOB, 70L), tuple(ADA, 50L));
    assertThat(atPosition(third))
        .containsExactly(
            new RankView(1, BOB, null, 70, at(2)), new RankView(2, ADA, null, 70, at(3)));
    assertThat(atInstant(3)).isEqualTo(atPosition(third));
    assertThat(atInstant(4)).isEqualTo(latest(10)).first().extracting("score").isEqualTo(71L);
    assertThat(atInstant(0)).isEmpty();
    assertThat(tables.ask(new FindLeaderboard(ARENA, 1, new AsOf.AtInstant(at(3)))).leaderboard())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 200})
  void historyListsEveryIncrementOnce(int limit) throws Exception {
    for (int i = 1; i <= 5; i++) {
      tables.happened(
          scored(ADA, ARENA, 1, i, i),
          scored(ADA, BoardId.GLOBAL, 1, i, i),
          scored(BOB, ARENA, 1, i, i));
    }

    assertThat(Pages.all(limit, cursor -> history(null, cursor, limit)))
        .hasSize(10)
        .extracting(ScoreHistoryPage.Entry::position)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(Pages.all(limit, cursor -> history(ARENA, cursor, limit)))
        .extracting(ScoreHistoryPage.Entry::total)
        .containsExactly(5L, 4L, 3L, 2L, 1L);
  }

  @Test
  void boardCursorOfAnotherBoardIsRefused() throws Exception {
    tables.happened(scored(ADA, ARENA, 1, 1, 1), scored(ADA, ARENA, 1, 2, 2));
    String cursor = history(ARENA, null, 1).nextCursor();

    assertThatExceptionOfType(InvalidCursorException.class)
        .isThrownBy(() -> history(null, cursor, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void boardPagesHaveALimit(int limit) {
    assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> latest(limit));
  }

  private List<RankView> latest(int limit) {
    return tables.ask(new FindLeaderboard(ARENA, limit, AsOf.latest())).leaderboard();
  }

  private List<RankView> atPosition(long position) {
    return tables.ask(new FindLeaderboard(ARENA, 10, new AsOf.AtPosition(position))).leaderboard();
  }

  private List<RankView> atInstant(int minute) {
    return tables.ask(new FindLeaderboard(ARENA, 10, new AsOf.AtInstant(at(minute)))).leaderboard();
  }

  private RankView rank(PlayerId player) {
    return tables.ask(new FindRank(ARENA, player));
  }

  private ScoreHistoryPage history(BoardId board, String cursor, int limit) {
    return tables.ask(new ListScoreHistory(ADA, board, new PageOf(cursor, limit)));
  }

  private static ScoreIncremented scored(
      PlayerId player, BoardId board, long delta, long total, int minute) {
    return new ScoreIncremented(player, board, delta, total, at(minute));
  }
}
