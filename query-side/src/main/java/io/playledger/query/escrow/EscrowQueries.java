package io.playledger.query.escrow;

import static io.playledger.projection.jooq.tables.Dispute.DISPUTE;
import static io.playledger.projection.jooq.tables.Escrow.ESCROW;
import static io.playledger.projection.jooq.tables.EscrowParty.ESCROW_PARTY;
import static io.playledger.projection.jooq.tables.EscrowTimeline.ESCROW_TIMELINE;

import io.playledger.api.PersonalTexts;
import io.playledger.api.escrow.query.EscrowTimelineView;
import io.playledger.api.escrow.query.EscrowView;
import io.playledger.api.escrow.query.FindEscrow;
import io.playledger.api.escrow.query.FindEscrowTimeline;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.scale.Decimals;
import io.playledger.query.QueryContext;
import io.playledger.query.QueryTools;
import io.playledger.query.ReadTable;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Answers queries about escrows and their timelines. */
public final class EscrowQueries implements QueryContext {

  private final QueryTools tools;
  private final DSLContext sql;
  private final PersonalTexts texts;
  private final Decimals decimals;

  public EscrowQueries(QueryTools tools) {
    this.tools = tools;
    this.sql = tools.sql();
    this.texts = tools.texts();
    this.decimals = tools.decimals();
  }

  @Override
  public List<Object> handlers() {
    return List.of(this, new CaseFileQueries(tools, this));
  }

  @Override
  public List<ReadTable> tables() {
    return List.of(
        ReadTable.ofPersons(ESCROW_PARTY, ESCROW_PARTY.BUYER, ESCROW_PARTY.SELLER),
        ReadTable.ofPersons(ESCROW, ESCROW.BUYER, ESCROW.SELLER),
        new ReadTable.OfPersons(ESCROW_TIMELINE, EscrowQueries::seenBy),
        ReadTable.ofPersons(DISPUTE, DISPUTE.BUYER, DISPUTE.SELLER, DISPUTE.HANDLER));
  }

  /** The entries that a party can see, and the person's own actions as a moderator. */
  private static Condition seenBy(PlayerId person) {
    Condition isParty = ESCROW_PARTY.BUYER.eq(person).or(ESCROW_PARTY.SELLER.eq(person));
    return ESCROW_TIMELINE
        .CONFIDENTIAL
        .isFalse()
        .and(
            ESCROW_TIMELINE.ESCROW.in(
                DSL.select(ESCROW_PARTY.ESCROW).from(ESCROW_PARTY).where(isParty)))
        .or(ESCROW_TIMELINE.ACTOR.eq(person.toString()));
  }

  @QueryHandler
  @Nullable EscrowView answer(FindEscrow query) {
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
        decimals.ofNullable(row.get(ESCROW.ASSET), row.get(ESCROW.FEE_UNITS)),
        row.get(ESCROW.STATUS),
        row.get(ESCROW.TERMS),
        row.get(ESCROW.FUNDED_AT),
        row.get(ESCROW.DELIVER_BY),
        row.get(ESCROW.COMPLAIN_BY),
        row.get(ESCROW.DECIDE_BY),
        row.get(ESCROW.SETTLED_AT));
  }

  @QueryHandler
  @Nullable EscrowTimelineView answer(FindEscrowTimeline query) {
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
        row.get(ESCROW_TIMELINE.FACTS).shown(decimals),
        row.get(ESCROW_TIMELINE.EVENT_ID),
        row.get(ESCROW_TIMELINE.CAUSATION_ID),
        row.get(ESCROW_TIMELINE.CORRELATION_ID));
  }
}
