package io.playledger.projection.reputation;

import static io.playledger.projection.jooq.tables.Reputation.REPUTATION;
import static io.playledger.projection.jooq.tables.ReputationChange.REPUTATION_CHANGE;

import io.playledger.api.reputation.ReputationChanged;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Standing of players, and everything that moved it. */
@Projection(
    name = "reputation",
    tables = {"reputation", "reputation_change"})
public final class ReputationProjection {

  private final DSLContext sql;

  public ReputationProjection(DSLContext sql) {
    this.sql = sql;
  }

  @EventHandler
  void on(ReputationChanged event, @LogPosition long position) {
    sql.insertInto(REPUTATION)
        .set(REPUTATION.PLAYER, event.player())
        .set(REPUTATION.SCORE, event.score())
        .set(REPUTATION.CHANGES, 1L)
        .onConflict(REPUTATION.PLAYER)
        .doUpdate()
        .set(REPUTATION.SCORE, DSL.excluded(REPUTATION.SCORE))
        .set(REPUTATION.CHANGES, REPUTATION.CHANGES.plus(1))
        .execute();
    sql.insertInto(REPUTATION_CHANGE)
        .set(REPUTATION_CHANGE.POSITION, position)
        .set(REPUTATION_CHANGE.PLAYER, event.player())
        .set(REPUTATION_CHANGE.ACTION, event.action())
        .set(REPUTATION_CHANGE.DELTA, event.delta())
        .set(REPUTATION_CHANGE.SCORE, event.score())
        .set(REPUTATION_CHANGE.POLICY_VERSION, event.policyVersion())
        .set(REPUTATION_CHANGE.SOURCE, event.source())
        .set(REPUTATION_CHANGE.WORDS, event.reason())
        .set(REPUTATION_CHANGE.AT, event.at())
        .execute();
  }
}
