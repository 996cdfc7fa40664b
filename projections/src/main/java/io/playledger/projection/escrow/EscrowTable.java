package io.playledger.projection.escrow;

import static io.playledger.projection.jooq.tables.Escrow.ESCROW;

import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.escrow.event.EscrowRefunded;
import io.playledger.api.escrow.event.EscrowReleased;
import io.playledger.api.escrow.event.EscrowSplit;
import io.playledger.api.escrow.event.FundsPlacedInEscrow;
import io.playledger.api.escrow.event.ItemDelivered;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.event.ValueMoved;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.projection.MultiRow;
import io.playledger.projection.TableBatch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;

/** Changes of a batch to escrows. */
final class EscrowTable {

  private static final MultiRow MOVED = MultiRow.of(ESCROW, ESCROW.ID, ESCROW.BALANCE_UNITS);
  private static final String ADD_MOVED =
      "UPDATE escrow AS t SET balance_units = t.balance_units + v.balance_units FROM %s WHERE t.id = v.id"
          .formatted(MOVED.source());

  private final TableBatch<TradeId> escrows = new TableBatch<>(ESCROW, ESCROW.ID);

  /** The summed movements of settlements, because an update accepts only one row per escrow. */
  private final Map<TradeId, Long> moved = new LinkedHashMap<>();

  void fund(FundsPlacedInEscrow event, long position) {
    escrows
        .insert(event.escrow())
        .set(ESCROW.BUYER, event.buyer())
        .set(ESCROW.SELLER, event.seller())
        .set(ESCROW.ASSET, event.amount().asset())
        .set(ESCROW.AMOUNT_UNITS, event.amount().units())
        .set(ESCROW.BALANCE_UNITS, movedInto(event.escrow(), event))
        .set(ESCROW.STATUS, EscrowStatus.FUNDED)
        .set(ESCROW.TERMS, event.terms())
        .set(ESCROW.FUNDED_AT, event.at())
        .set(ESCROW.DELIVER_BY, event.deliverBy())
        .set(ESCROW.POSITION, position);
  }

  void deliver(ItemDelivered event) {
    escrows
        .update(event.escrow())
        .set(ESCROW.STATUS, EscrowStatus.DELIVERED)
        .set(ESCROW.COMPLAIN_BY, event.complainBy());
  }

  void dispute(TradeId escrow, Instant decideBy) {
    escrows
        .update(escrow)
        .set(ESCROW.STATUS, EscrowStatus.DISPUTED)
        .set(ESCROW.DECIDE_BY, decideBy);
  }

  void turn(TradeId escrow, EscrowStatus status) {
    escrows.update(escrow).set(ESCROW.STATUS, status);
  }

  void release(EscrowReleased event) {
    settle(event.escrow(), event, EscrowStatus.RELEASED, event.outcome(), event.fee());
  }

  void refund(EscrowRefunded event) {
    settle(event.escrow(), event, EscrowStatus.REFUNDED, event.outcome(), 0);
  }

  void split(EscrowSplit event) {
    settle(event.escrow(), event, EscrowStatus.SPLIT, TradeOutcome.RULED_SPLIT, event.fee());
  }

  private void settle(
      TradeId escrow, ValueMoved event, EscrowStatus status, TradeOutcome outcome, long fee) {
    escrows
        .update(escrow)
        .set(ESCROW.STATUS, status)
        .set(ESCROW.OUTCOME, outcome)
        .set(ESCROW.FEE_UNITS, fee)
        .set(ESCROW.SETTLED_AT, event.at());
    moved.merge(escrow, movedInto(escrow, event), Math::addExact);
  }

  void writeTo(DSLContext sql) {
    escrows.writeTo(sql);
    MultiRow.Rows rows = MOVED.rows();
    moved.forEach(rows::add);
    rows.execute(sql, ADD_MOVED);
  }

  /** The effect of the postings on the escrow's account, whatever the type of the event. */
  private static long movedInto(TradeId escrow, ValueMoved event) {
    AccountId account = AccountId.escrow(escrow.value());
    return event.postings().lines().stream()
        .filter(line -> line.account().equals(account))
        .mapToLong(Posting::units)
        .reduce(0, Math::addExact);
  }
}
