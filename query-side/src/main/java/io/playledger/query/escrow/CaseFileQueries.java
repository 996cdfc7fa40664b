package io.playledger.query.escrow;

import static io.playledger.projection.jooq.tables.Dispute.DISPUTE;
import static io.playledger.projection.jooq.tables.Player.PLAYER;
import static io.playledger.projection.jooq.tables.Reputation.REPUTATION;
import static io.playledger.projection.jooq.tables.Trade.TRADE;
import static org.jooq.impl.DSL.row;

import io.playledger.api.escrow.query.CaseFileView;
import io.playledger.api.escrow.query.DisputePage;
import io.playledger.api.escrow.query.FindDispute;
import io.playledger.api.escrow.query.FindEscrow;
import io.playledger.api.escrow.query.FindEscrowTimeline;
import io.playledger.api.escrow.query.ListDisputes;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.scale.Decimals;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeStatus;
import io.playledger.query.Cursor;
import io.playledger.query.QueryTools;
import io.playledger.query.Slice;
import java.util.Arrays;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Answers queries of dispute handlers. */
final class CaseFileQueries {

  private final DSLContext sql;
  private final Decimals decimals;
  private final EscrowQueries escrows;

  CaseFileQueries(QueryTools tools, EscrowQueries escrows) {
    this.sql = tools.sql();
    this.decimals = tools.decimals();
    this.escrows = escrows;
  }

  @QueryHandler
  DisputePage answer(ListDisputes query) {
    List<?> filter = Arrays.asList("disputes", query.state(), query.handler());
    Condition which = DSL.noCondition();
    if (query.state() != null) {
      which = which.and(DISPUTE.STATE.eq(query.state()));
    }
    if (query.handler() != null) {
      which = which.and(DISPUTE.HANDLER.eq(query.handler()));
    }
    if (query.page().cursor() != null) {
      Cursor after = Cursor.read(query.page().cursor(), filter, 2);
      which =
          which.and(
              row(DISPUTE.DECIDE_BY, DISPUTE.ESCROW)
                  .gt(after.instant(0), after.key(1, TradeId::of)));
    }
    Slice<Record> slice =
        Slice.of(
            sql.selectFrom(DISPUTE)
                .where(which)
                .orderBy(DISPUTE.DECIDE_BY, DISPUTE.ESCROW)
                .limit(Slice.fetch(query.page().limit()))
                .fetch(row -> row),
            query.page().limit());
    return new DisputePage(
        slice.items(this::dispute),
        slice.next(
            last -> Cursor.write(filter, last.get(DISPUTE.DECIDE_BY), last.get(DISPUTE.ESCROW))));
  }

  private DisputePage.DisputeView dispute(Record row) {
    return new DisputePage.DisputeView(
        row.get(DISPUTE.ESCROW),
        row.get(DISPUTE.BUYER),
        row.get(DISPUTE.SELLER),
        row.get(DISPUTE.ASSET),
        decimals.of(row.get(DISPUTE.ASSET), row.get(DISPUTE.AMOUNT_UNITS)),
        row.get(DISPUTE.STATE),
        row.get(DISPUTE.OPENED_BY),
        row.get(DISPUTE.HANDLER),
        row.get(DISPUTE.RULING),
        row.get(DISPUTE.OPENED_AT),
        row.get(DISPUTE.DECIDE_BY),
        row.get(DISPUTE.RESOLVED_AT));
  }

  @QueryHandler
  @Nullable CaseFileView answer(FindDispute query) {
    DisputePage.DisputeView dispute =
        sql.selectFrom(DISPUTE).where(DISPUTE.ESCROW.eq(query.escrow())).fetchOne(this::dispute);
    if (dispute == null) {
      return null;
    }
    return new CaseFileView(
        dispute,
        escrows.answer(new FindEscrow(query.escrow())),
        escrows.answer(new FindEscrowTimeline(query.escrow())),
        party(dispute.buyer()),
        party(dispute.seller()));
  }

  private CaseFileView.PartyRecord party(PlayerId player) {
    Condition theirs = TRADE.BUYER.eq(player).or(TRADE.SELLER.eq(player));
    return new CaseFileView.PartyRecord(
        sql.select(PLAYER.USERNAME)
            .from(PLAYER)
            .where(PLAYER.ID.eq(player))
            .fetchOne(PLAYER.USERNAME),
        sql.fetchCount(TRADE, theirs, TRADE.STATUS.eq(TradeStatus.COMPLETED)),
        sql.fetchCount(TRADE, theirs, TRADE.STATUS.eq(TradeStatus.CANCELLED)),
        sql.fetchCount(DISPUTE, DISPUTE.BUYER.eq(player).or(DISPUTE.SELLER.eq(player))),
        sql.select(REPUTATION.SCORE)
            .from(REPUTATION)
            .where(REPUTATION.PLAYER.eq(player))
            .fetchOptional(REPUTATION.SCORE)
            .orElse(0));
  }
}
