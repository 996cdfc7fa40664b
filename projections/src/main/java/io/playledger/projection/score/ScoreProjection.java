package io.playledger.projection.score;

import static io.playledger.projection.jooq.tables.Score.SCORE;
import static io.playledger.projection.jooq.tables.ScoreHistory.SCORE_HISTORY;

import io.playledger.api.score.ScoreIncremented;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Totals by board, with the moment they were reached, and every increment. */
@Projection(
    name = "score",
    tables = {"score", "score_history"})
public final class ScoreProjection {

  private final DSLContext sql;

  public ScoreProjection(DSLContext sql) {
    this.sql = sql;
  }

  @EventHandler
  void on(ScoreIncremented event, @LogPosition long position) {
    sql.insertInto(SCORE)
        .set(SCORE.BOARD, event.board())
        .set(SCORE.PLAYER, event.player())
        .set(SCORE.TOTAL, event.total())
        .set(SCORE.REACHED_POSITION, position)
        .set(SCORE.REACHED_AT, event.at())
        .onConflict(SCORE.BOARD, SCORE.PLAYER)
        .doUpdate()
        .set(SCORE.TOTAL, DSL.excluded(SCORE.TOTAL))
        .set(SCORE.REACHED_POSITION, DSL.excluded(SCORE.REACHED_POSITION))
        .set(SCORE.REACHED_AT, DSL.excluded(SCORE.REACHED_AT))
        .execute();
    sql.insertInto(SCORE_HISTORY)
        .set(SCORE_HISTORY.POSITION, position)
        .set(SCORE_HISTORY.PLAYER, event.player())
        .set(SCORE_HISTORY.BOARD, event.board())
        .set(SCORE_HISTORY.DELTA, event.delta())
        .set(SCORE_HISTORY.TOTAL, event.total())
        .set(SCORE_HISTORY.AT, event.at())
        .execute();
  }
}
