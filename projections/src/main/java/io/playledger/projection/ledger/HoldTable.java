package io.playledger.projection.ledger;

import static io.playledger.projection.jooq.tables.Hold.HOLD;

import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.HoldPlaced;
import io.playledger.api.ledger.HoldView;
import io.playledger.projection.MissingRowException;
import java.time.Instant;
import org.jooq.DSLContext;

/** Rows of holds. */
final class HoldTable {

  private final DSLContext sql;

  HoldTable(DSLContext sql) {
    this.sql = sql;
  }

  /**
   * How a hold ended.
   *
   * @param captured units paid; null unless captured
   */
  record Ending(HoldId hold, HoldView.State state, Long captured, Instant at, long position) {}

  void place(HoldPlaced event, long position) {
    sql.insertInto(HOLD)
        .set(HOLD.ID, event.hold())
        .set(HOLD.OWNER, event.owner())
        .set(HOLD.PAYEE, event.payee())
        .set(HOLD.ASSET, event.amount().asset())
        .set(HOLD.UNITS, event.amount().units())
        .set(HOLD.PURPOSE, event.purpose())
        .set(HOLD.STATE, HoldView.State.PENDING)
        .set(HOLD.PLACED_AT, event.at())
        .set(HOLD.EXPIRES_AT, event.expiresAt())
        .set(HOLD.PLACED_POSITION, position)
        .execute();
  }

  /** Ends a pending hold and says what it had set aside. */
  Amount end(Ending ending) {
    return sql.update(HOLD)
        .set(HOLD.STATE, ending.state())
        .set(HOLD.CAPTURED_UNITS, ending.captured())
        .set(HOLD.ENDED_AT, ending.at())
        .set(HOLD.ENDED_POSITION, ending.position())
        .where(HOLD.ID.eq(ending.hold()), HOLD.STATE.eq(HoldView.State.PENDING))
        .returningResult(HOLD.ASSET, HOLD.UNITS)
        .fetchOptional()
        .map(row -> new Amount(row.value1(), row.value2()))
        .orElseThrow(() -> new MissingRowException(HOLD, "pending " + ending.hold()));
  }
}
