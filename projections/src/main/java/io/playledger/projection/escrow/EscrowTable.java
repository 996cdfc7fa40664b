package io.playledger.projection.escrow;

import static io.playledger.projection.jooq.tables.Escrow.ESCROW;

import io.playledger.api.escrow.EscrowRefunded;
import io.playledger.api.escrow.EscrowReleased;
import io.playledger.api.escrow.EscrowSplit;
import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.escrow.FundsPlacedInEscrow;
import io.playledger.api.escrow.ItemDelivered;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.ValueMoved;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.projection.MissingRowException;
import java.time.Instant;
import org.jooq.DSLContext;

/** Rows of escrows. */
final class EscrowTable {

  private final DSLContext sql;

  EscrowTable(DSLContext sql) {
    this.sql = sql;
  }

  void fund(FundsPlacedInEscrow event, long position) {
    sql.insertInto(ESCROW)
        .set(ESCROW.ID, event.escrow())
        .set(ESCROW.BUYER, event.buyer())
        .set(ESCROW.SELLER, event.seller())
        .set(ESCROW.ASSET, event.amount().asset())
        .set(ESCROW.AMOUNT_UNITS, event.amount().units())
        .set(ESCROW.BALANCE_UNITS, movedInto(event.escrow(), event))
        .set(ESCROW.STATUS, EscrowStatus.FUNDED)
        .set(ESCROW.TERMS, event.terms())
        .set(ESCROW.FUNDED_AT, event.at())
        .set(ESCROW.DELIVER_BY, event.deliverBy())
        .set(ESCROW.POSITION, position)
        .execute();
  }

  void deliver(ItemDelivered event) {
    int rows =
        sql.update(ESCROW)
            .set(ESCROW.STATUS, EscrowStatus.DELIVERED)
            .set(ESCROW.COMPLAIN_BY, event.complainBy())
            .where(ESCROW.ID.eq(event.escrow()))
            .execute();
    MissingRowException.unlessOne(rows, ESCROW, event.escrow());
  }

  void dispute(TradeId escrow, Instant decideBy) {
    int rows =
        sql.update(ESCROW)
            .set(ESCROW.STATUS, EscrowStatus.DISPUTED)
            .set(ESCROW.DECIDE_BY, decideBy)
            .where(ESCROW.ID.eq(escrow))
            .execute();
    MissingRowException.unlessOne(rows, ESCROW, escrow);
  }

  void turn(TradeId escrow, EscrowStatus status) {
    int rows = sql.update(ESCROW).set(ESCROW.STATUS, status).where(ESCROW.ID.eq(escrow)).execute();
    MissingRowException.unlessOne(rows, ESCROW, escrow);
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
    int rows =
        sql.update(ESCROW)
            .set(ESCROW.STATUS, status)
            .set(ESCROW.OUTCOME, outcome)
            .set(ESCROW.FEE_UNITS, fee)
            .set(ESCROW.BALANCE_UNITS, ESCROW.BALANCE_UNITS.plus(movedInto(escrow, event)))
            .set(ESCROW.SETTLED_AT, event.at())
            .where(ESCROW.ID.eq(escrow))
            .execute();
    MissingRowException.unlessOne(rows, ESCROW, escrow);
  }

  /** What the postings themselves do to the escrow's account, whatever the event is called. */
  private static long movedInto(TradeId escrow, ValueMoved event) {
    AccountId account = AccountId.escrow(escrow.value());
    return event.postings().lines().stream()
        .filter(line -> line.account().equals(account))
        .mapToLong(Posting::units)
        .reduce(0, Math::addExact);
  }
}
