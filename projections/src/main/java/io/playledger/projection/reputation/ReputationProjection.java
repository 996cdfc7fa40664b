package io.playledger.projection.reputation;

import static io.playledger.projection.jooq.tables.Reputation.REPUTATION;
import static io.playledger.projection.jooq.tables.ReputationChange.REPUTATION_CHANGE;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.reputation.ReputationChanged;
import io.playledger.projection.MultiRow;
import io.playledger.projection.ProjectionTools;
import io.playledger.projection.StandingBatch;
import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;

/** Projects the reputation of players and its history. */
@Projection(
    name = "reputation",
    tables = {"reputation", "reputation_change"})
public final class ReputationProjection implements BatchFlush {

  private static final MultiRow CHANGES =
      MultiRow.of(
          REPUTATION_CHANGE,
          REPUTATION_CHANGE.POSITION,
          REPUTATION_CHANGE.PLAYER,
          REPUTATION_CHANGE.ACTION,
          REPUTATION_CHANGE.DELTA,
          REPUTATION_CHANGE.SCORE,
          REPUTATION_CHANGE.POLICY_VERSION,
          REPUTATION_CHANGE.SOURCE,
          REPUTATION_CHANGE.WORDS,
          REPUTATION_CHANGE.AT);
  private static final MultiRow STANDINGS =
      MultiRow.of(REPUTATION, REPUTATION.PLAYER, REPUTATION.SCORE, REPUTATION.CHANGES);
  private static final String PUT_STANDINGS =
      "ON CONFLICT (player) DO UPDATE SET score = excluded.score,"
          + " changes = reputation.changes + excluded.changes";

  private final DSLContext sql;
  private final BatchState<StandingBatch<PlayerId, ReputationChanged>> batch =
      new BatchState<>(
          () ->
              new StandingBatch<>(
                  CHANGES,
                  ReputationProjection::change,
                  STANDINGS,
                  PUT_STANDINGS,
                  (event, _, changes) -> standing(event, changes)));

  public ReputationProjection(ProjectionTools tools) {
    this.sql = tools.sql();
  }

  @EventHandler
  void on(ReputationChanged event, @LogPosition long position) {
    batch.get().add(event.player(), event, position);
  }

  private static Object[] change(ReputationChanged event, long position) {
    return new Object[] {
      position,
      event.player(),
      event.action(),
      event.delta(),
      event.score(),
      event.policyVersion(),
      event.source(),
      event.reason(),
      event.at()
    };
  }

  private static Object[] standing(ReputationChanged event, long changes) {
    return new Object[] {event.player(), event.score(), changes};
  }

  @Override
  public void flushBatch() {
    batch.get().writeTo(sql);
  }
}
