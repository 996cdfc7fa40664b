package io.playledger.projection.escrow;

import static io.playledger.projection.jooq.tables.Dispute.DISPUTE;
import static io.playledger.projection.jooq.tables.Escrow.ESCROW;

import io.playledger.api.escrow.DisputeState;
import io.playledger.api.escrow.event.DisputeAssigned;
import io.playledger.api.escrow.event.DisputeOpened;
import io.playledger.api.escrow.event.DisputeResolved;
import io.playledger.api.market.TradeId;
import io.playledger.projection.MissingRowException;
import io.playledger.projection.MultiRow;
import io.playledger.projection.TableBatch;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Changes of a batch to disputes. */
final class DisputeTable {

  private static final MultiRow OPENED =
      MultiRow.of(
          DISPUTE,
          DISPUTE.ESCROW,
          DISPUTE.STATE,
          DISPUTE.OPENED_BY,
          DISPUTE.OPENED_AT,
          DISPUTE.DECIDE_BY,
          DISPUTE.POSITION);

  private static final String OPEN =
      """
      INSERT INTO dispute (escrow, state, opened_by, opened_at, decide_by, position,
        buyer, seller, asset, amount_units)
      SELECT v.escrow, v.state, v.opened_by, v.opened_at, v.decide_by, v.position,
        e.buyer, e.seller, e.asset, e.amount_units
      FROM %s JOIN escrow e ON e.id = v.escrow
      RETURNING escrow
      """
          .formatted(OPENED.source());

  private final MultiRow.Rows opened = OPENED.rows();
  private final Set<TradeId> escrowsOfOpened = new LinkedHashSet<>();
  private final TableBatch<TradeId> disputes = new TableBatch<>(DISPUTE, DISPUTE.ESCROW);

  void open(DisputeOpened event, long position) {
    if (disputes.touches(event.escrow())) {
      throw new MissingRowException(DISPUTE, event.escrow());
    }
    opened.add(
        event.escrow(), DisputeState.OPEN, event.by(), event.at(), event.decideBy(), position);
    escrowsOfOpened.add(event.escrow());
  }

  void assign(DisputeAssigned event) {
    disputes
        .update(event.escrow())
        .set(DISPUTE.STATE, DisputeState.ASSIGNED)
        .set(DISPUTE.HANDLER, event.handler());
  }

  void resolve(DisputeResolved event) {
    disputes
        .update(event.escrow())
        .set(DISPUTE.STATE, DisputeState.RESOLVED)
        .set(DISPUTE.RULING, event.ruling())
        .set(DISPUTE.TO_SELLER, event.toSeller())
        .set(DISPUTE.TO_BUYER, event.toBuyer())
        .set(DISPUTE.RESOLVED_AT, event.at());
  }

  /** Call this after the escrows are written, because a dispute copies their parties and amount. */
  void writeTo(DSLContext sql) {
    Set<TradeId> missing = new LinkedHashSet<>(escrowsOfOpened);
    opened.query(sql, OPEN, row -> missing.remove(new TradeId(row.getObject(1, UUID.class))));
    if (!missing.isEmpty()) {
      throw new MissingRowException(ESCROW, missing.iterator().next());
    }
    disputes.writeTo(sql);
  }
}
