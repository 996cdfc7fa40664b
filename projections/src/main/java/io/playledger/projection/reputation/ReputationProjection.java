package io.playledger.projection.reputation;

import io.playledger.api.reputation.ReputationChanged;
import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;

/** Standing of players, and everything that moved it. */
@Projection(
    name = "reputation",
    tables = {"reputation", "reputation_change"})
public final class ReputationProjection implements BatchFlush {

  private final DSLContext sql;
  private final BatchState<ReputationBatch> batch = new BatchState<>(ReputationBatch::new);

  public ReputationProjection(DSLContext sql) {
    this.sql = sql;
  }

  @EventHandler
  void on(ReputationChanged event, @LogPosition long position) {
    batch.get().add(event, position);
  }

  @Override
  public void flushBatch() {
    batch.get().writeTo(sql);
  }
}
