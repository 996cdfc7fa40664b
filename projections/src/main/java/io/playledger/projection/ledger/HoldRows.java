package io.playledger.projection.ledger;

import static io.playledger.projection.jooq.tables.Hold.HOLD;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.event.HoldPlaced;
import io.playledger.api.ledger.query.HoldView;
import io.playledger.projection.MissingRowException;
import io.playledger.projection.MultiRow;
import io.playledger.projection.TableBatch;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Changes of a batch to holds: placed ones and ended ones, which can be the same. */
final class HoldRows {

  private static final MultiRow ENDINGS =
      MultiRow.of(
          HOLD, HOLD.ID, HOLD.STATE, HOLD.CAPTURED_UNITS, HOLD.ENDED_AT, HOLD.ENDED_POSITION);
  private static final String END_PENDING =
      ENDINGS.update() + " AND t.state = 'PENDING' RETURNING t.id, t.owner, t.asset, t.units";

  private final TableBatch<HoldId> placed = new TableBatch<>(HOLD, HOLD.ID);
  private final Map<HoldId, Ending> endings = new LinkedHashMap<>();

  /**
   * The end of a hold.
   *
   * @param captured units paid; none: not captured
   */
  record Ending(
      HoldId hold, HoldView.State state, @Nullable Long captured, Instant at, long position) {}

  void place(HoldPlaced event, long position) {
    placed
        .insert(event.hold())
        .set(HOLD.OWNER, event.owner())
        .set(HOLD.PAYEE, event.payee())
        .set(HOLD.ASSET, event.amount().asset())
        .set(HOLD.UNITS, event.amount().units())
        .set(HOLD.PURPOSE, event.purpose())
        .set(HOLD.STATE, HoldView.State.PENDING)
        .set(HOLD.PLACED_AT, event.at())
        .set(HOLD.EXPIRES_AT, event.expiresAt())
        .set(HOLD.PLACED_POSITION, position);
  }

  /** Ends a hold that is pending. */
  void end(Ending ending) {
    if (endings.putIfAbsent(ending.hold(), ending) != null) {
      throw new MissingRowException(HOLD, "pending " + ending.hold());
    }
  }

  /**
   * Writes all gathered changes and clears them.
   *
   * @param freed receives the owner and the held amount of each ended hold
   */
  void writeTo(DSLContext sql, BiConsumer<PlayerId, Amount> freed) {
    placed.writeTo(sql);
    MultiRow.Rows rows = ENDINGS.rows();
    for (Ending ending : endings.values()) {
      rows.add(ending.hold, ending.state, ending.captured, ending.at, ending.position);
    }
    Set<HoldId> missing = new LinkedHashSet<>(endings.keySet());
    rows.query(
        sql,
        END_PENDING,
        row -> {
          missing.remove(new HoldId(row.getObject(1, UUID.class)));
          freed.accept(
              new PlayerId(row.getObject(2, UUID.class)),
              new Amount(new AssetCode(row.getString(3)), row.getLong(4)));
        });
    if (!missing.isEmpty()) {
      throw new MissingRowException(HOLD, "pending " + missing.iterator().next());
    }
    endings.clear();
  }
}
