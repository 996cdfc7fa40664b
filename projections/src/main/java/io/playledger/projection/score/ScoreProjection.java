package io.playledger.projection.score;

import static io.playledger.projection.jooq.tables.Score.SCORE;
import static io.playledger.projection.jooq.tables.ScoreHistory.SCORE_HISTORY;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.score.BoardId;
import io.playledger.api.score.ScoreIncremented;
import io.playledger.projection.MultiRow;
import io.playledger.projection.ProjectionTools;
import io.playledger.projection.StandingBatch;
import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;

/** Projects totals per board, with the position at which they were reached, and every increment. */
@Projection(
    name = "score",
    tables = {"score", "score_history"})
public final class ScoreProjection implements BatchFlush {

  private static final MultiRow HISTORY =
      MultiRow.of(
          SCORE_HISTORY,
          SCORE_HISTORY.POSITION,
          SCORE_HISTORY.PLAYER,
          SCORE_HISTORY.BOARD,
          SCORE_HISTORY.DELTA,
          SCORE_HISTORY.TOTAL,
          SCORE_HISTORY.AT);
  private static final MultiRow TOTALS =
      MultiRow.of(
          SCORE, SCORE.BOARD, SCORE.PLAYER, SCORE.TOTAL, SCORE.REACHED_POSITION, SCORE.REACHED_AT);
  private static final String PUT_TOTALS =
      "ON CONFLICT (board, player) DO UPDATE SET total = excluded.total,"
          + " reached_position = excluded.reached_position, reached_at = excluded.reached_at";

  private final DSLContext sql;
  private final BatchState<StandingBatch<TotalKey, ScoreIncremented>> batch =
      new BatchState<>(
          () ->
              new StandingBatch<>(
                  HISTORY,
                  ScoreProjection::history,
                  TOTALS,
                  PUT_TOTALS,
                  (event, position, _) -> total(event, position)));

  private record TotalKey(BoardId board, PlayerId player) {}

  public ScoreProjection(ProjectionTools tools) {
    this.sql = tools.sql();
  }

  @EventHandler
  void on(ScoreIncremented event, @LogPosition long position) {
    batch.get().add(new TotalKey(event.board(), event.player()), event, position);
  }

  private static Object[] history(ScoreIncremented event, long position) {
    return new Object[] {
      position, event.player(), event.board(), event.delta(), event.total(), event.at()
    };
  }

  private static Object[] total(ScoreIncremented event, long position) {
    return new Object[] {event.board(), event.player(), event.total(), position, event.at()};
  }

  @Override
  public void flushBatch() {
    batch.get().writeTo(sql);
  }
}
