package io.playledger.query.score;

import static io.playledger.projection.jooq.tables.Player.PLAYER;
import static io.playledger.projection.jooq.tables.Score.SCORE;
import static io.playledger.projection.jooq.tables.ScoreHistory.SCORE_HISTORY;
import static org.jooq.impl.DSL.row;

import io.playledger.api.AsOf;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.score.FindLeaderboard;
import io.playledger.api.score.FindRank;
import io.playledger.api.score.LeaderboardView;
import io.playledger.api.score.ListScoreHistory;
import io.playledger.api.score.RankView;
import io.playledger.api.score.ScoreHistoryPage;
import io.playledger.query.Moment;
import io.playledger.query.QueryContext;
import io.playledger.query.QueryTools;
import io.playledger.query.ReadTable;
import io.playledger.query.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries about boards. Higher totals come first; of two equal totals, the one that was
 * reached first, then the lower id.
 */
public final class ScoreQueries implements QueryContext {

  private static final int LIMIT_MAX = 100;

  private final DSLContext sql;

  public ScoreQueries(QueryTools tools) {
    this.sql = tools.sql();
  }

  @Override
  public List<ReadTable> tables() {
    return List.of(
        ReadTable.ofPersons(SCORE, SCORE.PLAYER),
        ReadTable.ofPersons(SCORE_HISTORY, SCORE_HISTORY.PLAYER));
  }

  @QueryHandler
  LeaderboardView answer(FindLeaderboard query) {
    if (query.limit() < 1 || query.limit() > LIMIT_MAX) {
      throw new IllegalArgumentException("A board shows 1 to " + LIMIT_MAX + " entries.");
    }
    var rows = query.asOf() instanceof AsOf.Latest ? latest(query) : past(query);
    List<RankView> entries = new ArrayList<>();
    rows.forEach(
        row ->
            entries.add(
                new RankView(
                    entries.size() + 1L, row.value1(), row.value2(), row.value3(), row.value4())));
    return new LeaderboardView(query.board(), entries);
  }

  private ResultQuery<Record5<PlayerId, String, Long, Instant, Long>> latest(
      FindLeaderboard query) {
    return sql.select(
            SCORE.PLAYER, PLAYER.USERNAME, SCORE.TOTAL, SCORE.REACHED_AT, SCORE.REACHED_POSITION)
        .from(SCORE)
        .leftJoin(PLAYER)
        .on(PLAYER.ID.eq(SCORE.PLAYER))
        .where(SCORE.BOARD.eq(query.board()))
        .orderBy(SCORE.TOTAL.desc(), SCORE.REACHED_POSITION, SCORE.PLAYER)
        .limit(query.limit());
  }

  private ResultQuery<Record5<PlayerId, String, Long, Instant, Long>> past(FindLeaderboard query) {
    var then =
        sql.select(
                SCORE_HISTORY.PLAYER, SCORE_HISTORY.TOTAL, SCORE_HISTORY.AT, SCORE_HISTORY.POSITION)
            .distinctOn(SCORE_HISTORY.PLAYER)
            .from(SCORE_HISTORY)
            .where(SCORE_HISTORY.BOARD.eq(query.board()))
            .and(Moment.reached(query.asOf(), SCORE_HISTORY.POSITION, SCORE_HISTORY.AT))
            .orderBy(SCORE_HISTORY.PLAYER, SCORE_HISTORY.POSITION.desc())
            .asTable("then");
    return sql.select(
            then.field(SCORE_HISTORY.PLAYER),
            PLAYER.USERNAME,
            then.field(SCORE_HISTORY.TOTAL),
            then.field(SCORE_HISTORY.AT),
            then.field(SCORE_HISTORY.POSITION))
        .from(then)
        .leftJoin(PLAYER)
        .on(PLAYER.ID.eq(then.field(SCORE_HISTORY.PLAYER)))
        .orderBy(
            then.field(SCORE_HISTORY.TOTAL).desc(),
            then.field(SCORE_HISTORY.POSITION),
            then.field(SCORE_HISTORY.PLAYER))
        .limit(query.limit());
  }

  @QueryHandler
  @Nullable RankView answer(FindRank query) {
    var own =
        sql.select(SCORE.TOTAL, SCORE.REACHED_POSITION, SCORE.REACHED_AT, PLAYER.USERNAME)
            .from(SCORE)
            .leftJoin(PLAYER)
            .on(PLAYER.ID.eq(SCORE.PLAYER))
            .where(SCORE.BOARD.eq(query.board()), SCORE.PLAYER.eq(query.player()))
            .fetchOne();
    if (own == null) {
      return null;
    }
    Condition ahead =
        SCORE
            .TOTAL
            .gt(own.value1())
            .or(
                SCORE
                    .TOTAL
                    .eq(own.value1())
                    .and(
                        row(SCORE.REACHED_POSITION, SCORE.PLAYER)
                            .lt(own.value2(), query.player())));
    // the first bound lets the index end the count at the player's own total
    Condition atLeast = SCORE.BOARD.eq(query.board()).and(SCORE.TOTAL.ge(own.value1()));
    long rank = 1L + sql.fetchCount(SCORE, atLeast, ahead);
    return new RankView(rank, query.player(), own.value4(), own.value1(), own.value3());
  }

  @QueryHandler
  ScoreHistoryPage answer(ListScoreHistory query) {
    List<?> filter = Arrays.asList("scores", query.player(), query.board());
    Condition which = SCORE_HISTORY.PLAYER.eq(query.player());
    if (query.board() != null) {
      which = which.and(SCORE_HISTORY.BOARD.eq(query.board()));
    }
    return Slice.newestFirst(
        sql.select(
                SCORE_HISTORY.POSITION,
                SCORE_HISTORY.BOARD,
                SCORE_HISTORY.DELTA,
                SCORE_HISTORY.TOTAL,
                SCORE_HISTORY.AT)
            .from(SCORE_HISTORY)
            .where(which),
        SCORE_HISTORY.POSITION,
        filter,
        query.page(),
        row ->
            new ScoreHistoryPage.Entry(
                row.value1(), row.value2(), row.value3(), row.value4(), row.value5()),
        ScoreHistoryPage::new);
  }
}
