package io.playledger.query.escrow;

import static io.playledger.projection.jooq.tables.Escrow.ESCROW;
import static io.playledger.projection.jooq.tables.EscrowParty.ESCROW_PARTY;
import static io.playledger.projection.jooq.tables.EscrowTimeline.ESCROW_TIMELINE;

import io.playledger.api.PersonalTexts;
import io.playledger.api.escrow.EscrowTimelineView;
import io.playledger.api.escrow.EscrowView;
import io.playledger.api.escrow.FindEscrow;
import io.playledger.api.escrow.FindEscrowTimeline;
import io.playledger.query.Decimals;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Answers about escrows and what happened to them. */
public final class EscrowQueries {

  private final DSLContext sql;
  private final PersonalTexts texts;
  private final Decimals decimals;

  public EscrowQueries(DSLContext sql, PersonalTexts texts, Decimals decimals) {
    this.sql = sql;
    this.texts = texts;
    this.decimals = decimals;
  }

  @QueryHandler
  EscrowView answer(FindEscrow query) {
    return sql.selectFrom(ESCROW).where(ESCROW.ID.eq(query.escrow())).fetchOne(this::view);
  }

  private EscrowView view(Record row) {
    return new EscrowView(
        row.get(ESCROW.ID),
        row.get(ESCROW.BUYER),
        row.get(ESCROW.SELLER),
        row.get(ESCROW.ASSET),
        decimals.of(row.get(ESCROW.ASSET), row.get(ESCROW.AMOUNT_UNITS)),
        decimals.of(row.get(ESCROW.ASSET), row.get(ESCROW.BALANCE_UNITS)),
        decimals.of(row.get(ESCROW.ASSET), row.get(ESCROW.FEE_UNITS)),
        row.get(ESCROW.STATUS),
        row.get(ESCROW.TERMS),
        row.get(ESCROW.FUNDED_AT),
        row.get(ESCROW.DELIVER_BY),
        row.get(ESCROW.COMPLAIN_BY),
        row.get(ESCROW.DECIDE_BY),
        row.get(ESCROW.SETTLED_AT));
  }

  @QueryHandler
  EscrowTimelineView answer(FindEscrowTimeline query) {
    var parties =
        sql.selectFrom(ESCROW_PARTY).where(ESCROW_PARTY.ESCROW.eq(query.escrow())).fetchOne();
    if (parties == null) {
      return null;
    }
    List<EscrowTimelineView.Entry> entries =
        sql.selectFrom(ESCROW_TIMELINE)
            .where(ESCROW_TIMELINE.ESCROW.eq(query.escrow()))
            .orderBy(ESCROW_TIMELINE.POSITION)
            .fetch(this::entry);
    return new EscrowTimelineView(
        query.escrow(), parties.get(ESCROW_PARTY.BUYER), parties.get(ESCROW_PARTY.SELLER), entries);
  }

  private EscrowTimelineView.Entry entry(Record row) {
    return new EscrowTimelineView.Entry(
        row.get(ESCROW_TIMELINE.POSITION),
        row.get(ESCROW_TIMELINE.AT),
        row.get(ESCROW_TIMELINE.TYPE),
        row.get(ESCROW_TIMELINE.ACTOR),
        row.get(ESCROW_TIMELINE.ACTOR_ROLE),
        texts.revealOrErased(row.get(ESCROW_TIMELINE.WORDS)),
        row.get(ESCROW_TIMELINE.DEADLINE),
        row.get(ESCROW_TIMELINE.CONFIDENTIAL),
        decimals.of(row.get(ESCROW_TIMELINE.FACTS)),
        row.get(ESCROW_TIMELINE.EVENT_ID),
        row.get(ESCROW_TIMELINE.CAUSATION_ID),
        row.get(ESCROW_TIMELINE.CORRELATION_ID));
  }
}
