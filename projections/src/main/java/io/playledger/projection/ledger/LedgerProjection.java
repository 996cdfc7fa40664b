package io.playledger.projection.ledger;

import static io.playledger.projection.jooq.tables.Asset.ASSET;
import static io.playledger.projection.jooq.tables.Wallet.WALLET;

import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.event.AssetRegistered;
import io.playledger.api.ledger.event.HoldCaptured;
import io.playledger.api.ledger.event.HoldExpired;
import io.playledger.api.ledger.event.HoldPlaced;
import io.playledger.api.ledger.event.HoldReleased;
import io.playledger.api.ledger.event.TransactionReversed;
import io.playledger.api.ledger.event.ValueMoved;
import io.playledger.api.ledger.event.WalletOpened;
import io.playledger.api.ledger.query.HoldView;
import io.playledger.projection.ProjectionTools;
import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Projects balances, postings and holds of every account.
 *
 * <p>Postings come only from {@link ValueMoved} events, of any context. Receipts on wallets repeat
 * their share and are not counted.
 */
@Projection(
    name = "ledger",
    tables = {"asset", "wallet", "account_balance", "ledger_transaction", "posting", "hold"})
public final class LedgerProjection implements BatchFlush {

  private final DSLContext sql;
  private final BatchState<LedgerBatch> batch = new BatchState<>(LedgerBatch::new);

  public LedgerProjection(ProjectionTools tools) {
    this.sql = tools.sql();
  }

  @EventHandler
  void on(AssetRegistered event, @LogPosition long position) {
    batch
        .get()
        .assets()
        .insert(event.asset().code())
        .set(ASSET.SCALE, event.asset().scale())
        .set(ASSET.TRANSFERABLE, event.transferable())
        .set(ASSET.MINT_LIMIT_UNITS, event.mintLimitUnitsPerDay())
        .set(ASSET.REGISTERED_AT, event.at())
        .set(ASSET.POSITION, position);
  }

  @EventHandler
  void on(WalletOpened event, @LogPosition long position) {
    batch
        .get()
        .wallets()
        .insert(event.owner())
        .set(WALLET.OPENED_AT, event.at())
        .set(WALLET.POSITION, position);
  }

  @EventHandler
  void on(ValueMoved event, @LogPosition long position) {
    batch.get().add(event, position);
  }

  @EventHandler
  void on(TransactionReversed event) {
    batch.get().reversed(event.transaction(), event.reversal());
  }

  @EventHandler
  void on(HoldPlaced event, @LogPosition long position) {
    batch.get().holds().place(event, position);
    batch.get().addHeld(event.owner(), event.amount());
  }

  @EventHandler
  void on(HoldCaptured event, @LogPosition long position) {
    end(event.hold(), HoldView.State.CAPTURED, event.captured(), event.at(), position);
  }

  @EventHandler
  void on(HoldReleased event, @LogPosition long position) {
    end(event.hold(), HoldView.State.RELEASED, null, event.at(), position);
  }

  @EventHandler
  void on(HoldExpired event, @LogPosition long position) {
    end(event.hold(), HoldView.State.EXPIRED, null, event.at(), position);
  }

  private void end(
      HoldId hold, HoldView.State state, @Nullable Long captured, Instant at, long position) {
    batch.get().holds().end(new HoldRows.Ending(hold, state, captured, at, position));
  }

  @Override
  public void flushBatch() {
    batch.get().writeTo(sql);
  }
}
