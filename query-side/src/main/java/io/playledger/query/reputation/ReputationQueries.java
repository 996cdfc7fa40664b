package io.playledger.query.reputation;

import static io.playledger.projection.jooq.tables.Reputation.REPUTATION;

import io.playledger.api.reputation.FindReputation;
import io.playledger.api.reputation.ReputationView;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.DSLContext;

/** Answers about standing. */
public final class ReputationQueries {

  private final DSLContext sql;

  public ReputationQueries(DSLContext sql) {
    this.sql = sql;
  }

  @QueryHandler
  ReputationView answer(FindReputation query) {
    return sql.select(REPUTATION.SCORE, REPUTATION.CHANGES)
        .from(REPUTATION)
        .where(REPUTATION.PLAYER.eq(query.player()))
        .fetchOptional(row -> new ReputationView(query.player(), row.value1(), row.value2()))
        .orElseGet(() -> new ReputationView(query.player(), 0, 0));
  }
}
