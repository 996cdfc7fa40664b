package io.playledger.projection.feed;

import io.playledger.api.escrow.DisputeNoteAdded;
import io.playledger.api.escrow.EscrowEvent;
import io.playledger.api.identity.PlayerBanned;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.PlayerUnbanned;
import io.playledger.api.identity.RoleGranted;
import io.playledger.api.identity.RoleRevoked;
import io.playledger.api.ledger.HoldCaptured;
import io.playledger.api.ledger.HoldExpired;
import io.playledger.api.ledger.HoldPlaced;
import io.playledger.api.ledger.HoldReleased;
import io.playledger.api.ledger.TransactionPosted;
import io.playledger.api.market.MarketEvent;
import io.playledger.api.reputation.ReputationChanged;
import io.playledger.api.score.ScoreIncremented;
import io.playledger.projection.Facts;
import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;

/**
 * What every player did and what befell them. Confidential notes of moderators and the receipts of
 * wallets, which repeat what a transaction says, are left out.
 */
@Projection(
    name = "feed",
    tables = {"activity_party", "activity"})
public final class FeedProjection implements BatchFlush {

  private final DSLContext sql;
  private final BatchState<ActivityBatch> batch = new BatchState<>(ActivityBatch::new);

  public FeedProjection(DSLContext sql) {
    this.sql = sql;
  }

  @EventHandler
  void on(PlayerRegistered event, @LogPosition long position) {
    batch.get().add(Happening.of(event, position, Subject.of(event.player())), event.player());
  }

  @EventHandler
  void on(RoleGranted event, @LogPosition long position) {
    Happening happening =
        Happening.of(event, position, Subject.of(event.player()))
            .with(Facts.none().with("role", event.role().wireName()));
    batch.get().add(happening, event.player());
  }

  @EventHandler
  void on(RoleRevoked event, @LogPosition long position) {
    Happening happening =
        Happening.of(event, position, Subject.of(event.player()))
            .with(Facts.none().with("role", event.role().wireName()));
    batch.get().add(happening, event.player());
  }

  @EventHandler
  void on(PlayerBanned event, @LogPosition long position) {
    Happening happening =
        Happening.of(event, position, Subject.of(event.player()))
            .with(Facts.none().with("until", event.until()));
    batch.get().add(happening, event.player());
  }

  @EventHandler
  void on(PlayerUnbanned event, @LogPosition long position) {
    batch.get().add(Happening.of(event, position, Subject.of(event.player())), event.player());
  }

  @EventHandler
  void on(TransactionPosted event, @LogPosition long position) {
    Happening happening = Happening.of(event, position, Subject.of(event.transaction()));
    TransactionShares.of(event)
        .forEach((player, shares) -> batch.get().add(happening, player, shares));
  }

  @EventHandler
  void on(HoldPlaced event, @LogPosition long position) {
    Subject hold = Subject.of(event.hold());
    batch.get().concern(hold, List.of(event.owner(), event.payee()));
    Facts facts =
        Facts.none()
            .with("amount", event.amount())
            .with("owner", event.owner())
            .with("payee", event.payee());
    batch.get().add(Happening.of(event, position, hold).with(facts));
  }

  @EventHandler
  void on(HoldCaptured event, @LogPosition long position) {
    Facts facts = Facts.none().with("transaction", event.transaction());
    batch.get().add(Happening.of(event, position, Subject.of(event.hold())).with(facts));
  }

  @EventHandler
  void on(HoldReleased event, @LogPosition long position) {
    batch.get().add(Happening.of(event, position, Subject.of(event.hold())));
  }

  @EventHandler
  void on(HoldExpired event, @LogPosition long position) {
    batch.get().add(Happening.of(event, position, Subject.of(event.hold())));
  }

  @EventHandler
  void on(MarketEvent event, @LogPosition long position) {
    MarketActivity.add(event, position, batch.get());
  }

  @EventHandler
  void on(EscrowEvent event, @LogPosition long position) {
    if (!(event instanceof DisputeNoteAdded)) {
      Happening happening = Happening.of(event, position, Subject.of(event.escrow()));
      batch.get().add(happening.with(EscrowActivity.facts(event)));
    }
  }

  @EventHandler
  void on(ReputationChanged event, @LogPosition long position) {
    Facts facts =
        Facts.none()
            .with("action", event.action())
            .with("delta", event.delta())
            .with("score", event.score());
    batch
        .get()
        .add(Happening.of(event, position, Subject.of(event.player())).with(facts), event.player());
  }

  @EventHandler
  void on(ScoreIncremented event, @LogPosition long position) {
    Facts facts =
        Facts.none()
            .with("board", event.board())
            .with("delta", event.delta())
            .with("total", event.total());
    batch
        .get()
        .add(Happening.of(event, position, Subject.of(event.board())).with(facts), event.player());
  }

  @Override
  public void flushBatch() {
    batch.get().writeTo(sql);
  }
}
