package io.playledger.query.ledger;

import static io.playledger.projection.jooq.tables.Hold.HOLD;

import io.playledger.api.PersonalTexts;
import io.playledger.api.ledger.query.FindHold;
import io.playledger.api.ledger.query.HoldList;
import io.playledger.api.ledger.query.HoldView;
import io.playledger.api.ledger.query.ListHolds;
import io.playledger.api.ledger.scale.Decimals;
import io.playledger.query.QueryTools;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Answers queries about holds. */
final class HoldQueries {

  private final DSLContext sql;
  private final PersonalTexts texts;
  private final Decimals decimals;

  HoldQueries(QueryTools tools) {
    this.sql = tools.sql();
    this.texts = tools.texts();
    this.decimals = tools.decimals();
  }

  @QueryHandler
  HoldList answer(ListHolds query) {
    return new HoldList(
        sql.selectFrom(HOLD)
            .where(HOLD.OWNER.eq(query.owner()), HOLD.STATE.eq(HoldView.State.PENDING))
            .orderBy(HOLD.EXPIRES_AT, HOLD.ID)
            .fetch(this::view));
  }

  @QueryHandler
  @Nullable HoldView answer(FindHold query) {
    return sql.selectFrom(HOLD).where(HOLD.ID.eq(query.hold())).fetchOne(this::view);
  }

  private HoldView view(Record row) {
    return new HoldView(
        row.get(HOLD.ID),
        row.get(HOLD.OWNER),
        row.get(HOLD.PAYEE),
        row.get(HOLD.ASSET),
        decimals.of(row.get(HOLD.ASSET), row.get(HOLD.UNITS)),
        texts.revealOrErased(row.get(HOLD.PURPOSE)),
        row.get(HOLD.STATE),
        row.get(HOLD.PLACED_AT),
        row.get(HOLD.EXPIRES_AT));
  }
}
