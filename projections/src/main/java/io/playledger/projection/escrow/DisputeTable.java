package io.playledger.projection.escrow;

import static io.playledger.projection.jooq.tables.Dispute.DISPUTE;
import static io.playledger.projection.jooq.tables.Escrow.ESCROW;
import static org.jooq.impl.DSL.val;

import io.playledger.api.escrow.DisputeAssigned;
import io.playledger.api.escrow.DisputeOpened;
import io.playledger.api.escrow.DisputeResolved;
import io.playledger.api.escrow.DisputeState;
import io.playledger.projection.MissingRowException;
import org.jooq.DSLContext;

/** Rows of disputes. */
final class DisputeTable {

  private final DSLContext sql;

  DisputeTable(DSLContext sql) {
    this.sql = sql;
  }

  void open(DisputeOpened event, long position) {
    int rows =
        sql.insertInto(
                DISPUTE,
                DISPUTE.ESCROW,
                DISPUTE.BUYER,
                DISPUTE.SELLER,
                DISPUTE.ASSET,
                DISPUTE.AMOUNT_UNITS,
                DISPUTE.STATE,
                DISPUTE.OPENED_BY,
                DISPUTE.OPENED_AT,
                DISPUTE.DECIDE_BY,
                DISPUTE.POSITION)
            .select(
                sql.select(
                        ESCROW.ID,
                        ESCROW.BUYER,
                        ESCROW.SELLER,
                        ESCROW.ASSET,
                        ESCROW.AMOUNT_UNITS,
                        val(DisputeState.OPEN, DISPUTE.STATE),
                        val(event.by(), DISPUTE.OPENED_BY),
                        val(event.at(), DISPUTE.OPENED_AT),
                        val(event.decideBy(), DISPUTE.DECIDE_BY),
                        val(position, DISPUTE.POSITION))
                    .from(ESCROW)
                    .where(ESCROW.ID.eq(event.escrow())))
            .execute();
    MissingRowException.unlessOne(rows, ESCROW, event.escrow());
  }

  void assign(DisputeAssigned event) {
    int rows =
        sql.update(DISPUTE)
            .set(DISPUTE.STATE, DisputeState.ASSIGNED)
            .set(DISPUTE.HANDLER, event.handler())
            .where(DISPUTE.ESCROW.eq(event.escrow()))
            .execute();
    MissingRowException.unlessOne(rows, DISPUTE, event.escrow());
  }

  void resolve(DisputeResolved event) {
    int rows =
        sql.update(DISPUTE)
            .set(DISPUTE.STATE, DisputeState.RESOLVED)
            .set(DISPUTE.RULING, event.ruling())
            .set(DISPUTE.TO_SELLER, event.toSeller())
            .set(DISPUTE.TO_BUYER, event.toBuyer())
            .set(DISPUTE.RESOLVED_AT, event.at())
            .where(DISPUTE.ESCROW.eq(event.escrow()))
            .execute();
    MissingRowException.unlessOne(rows, DISPUTE, event.escrow());
  }
}
