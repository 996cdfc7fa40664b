package io.playledger.projection.score;

import io.playledger.api.score.ScoreIncremented;
import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;

/** Totals by board, with the moment they were reached, and every increment. */
@Projection(
    name = "score",
    tables = {"score", "score_history"})
public final class ScoreProjection implements BatchFlush {

  private final DSLContext sql;
  private final BatchState<ScoreBatch> batch = new BatchState<>(ScoreBatch::new);

  public ScoreProjection(DSLContext sql) {
    this.sql = sql;
  }

  @EventHandler
  void on(ScoreIncremented event, @LogPosition long position) {
    batch.get().add(event, position);
  }

  @Override
  public void flushBatch() {
    batch.get().writeTo(sql);
  }
}
