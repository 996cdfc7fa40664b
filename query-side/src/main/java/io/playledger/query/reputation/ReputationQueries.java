package io.playledger.query.reputation;

import static io.playledger.projection.jooq.tables.Reputation.REPUTATION;
import static io.playledger.projection.jooq.tables.ReputationChange.REPUTATION_CHANGE;

import io.playledger.api.reputation.FindReputation;
import io.playledger.api.reputation.ReputationView;
import io.playledger.query.QueryContext;
import io.playledger.query.QueryTools;
import io.playledger.query.ReadTable;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.DSLContext;

/** Answers queries about reputation. */
public final class ReputationQueries implements QueryContext {

  private final DSLContext sql;

  public ReputationQueries(QueryTools tools) {
    this.sql = tools.sql();
  }

  @Override
  public List<ReadTable> tables() {
    return List.of(
        ReadTable.ofPersons(REPUTATION, REPUTATION.PLAYER),
        ReadTable.ofPersons(REPUTATION_CHANGE, REPUTATION_CHANGE.PLAYER));
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
