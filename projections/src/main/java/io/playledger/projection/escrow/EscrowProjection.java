package io.playledger.projection.escrow;

import static io.playledger.projection.jooq.tables.EscrowParty.ESCROW_PARTY;

import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.escrow.event.CancellationAgreed;
import io.playledger.api.escrow.event.CancellationRequested;
import io.playledger.api.escrow.event.DeliveryConfirmed;
import io.playledger.api.escrow.event.DisputeAssigned;
import io.playledger.api.escrow.event.DisputeNoteAdded;
import io.playledger.api.escrow.event.DisputeOpened;
import io.playledger.api.escrow.event.DisputeResolved;
import io.playledger.api.escrow.event.EscrowEvent;
import io.playledger.api.escrow.event.EscrowRefunded;
import io.playledger.api.escrow.event.EscrowReleased;
import io.playledger.api.escrow.event.EscrowSplit;
import io.playledger.api.escrow.event.EvidenceSubmitted;
import io.playledger.api.escrow.event.FundsPlacedInEscrow;
import io.playledger.api.escrow.event.ItemDelivered;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.event.OfferAccepted;
import io.playledger.api.market.event.OfferDeclined;
import io.playledger.api.market.event.OfferMade;
import io.playledger.api.market.event.OfferWithdrawn;
import io.playledger.api.market.event.TradeCancelled;
import io.playledger.api.market.event.TradeCompleted;
import io.playledger.projection.ProjectionTools;
import io.playledger.projection.TableBatch;
import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jooq.DSLContext;

/** Projects escrows, their disputes and their timelines. */
@Projection(
    name = "escrow",
    tables = {"escrow_party", "escrow", "escrow_timeline", "dispute"})
public final class EscrowProjection implements BatchFlush {

  private final DSLContext sql;
  private final BatchState<TableBatch<TradeId>> parties =
      new BatchState<>(() -> new TableBatch<>(ESCROW_PARTY, ESCROW_PARTY.ESCROW));
  private final BatchState<EscrowTable> escrowsOfBatch = new BatchState<>(EscrowTable::new);
  private final BatchState<DisputeTable> disputesOfBatch = new BatchState<>(DisputeTable::new);
  private final BatchState<Timeline> timeline = new BatchState<>(Timeline::new);

  public EscrowProjection(ProjectionTools tools) {
    this.sql = tools.sql();
  }

  @EventHandler
  void on(OfferMade event, EventMessage<?> message, @LogPosition long position) {
    parties
        .get()
        .insert(event.trade())
        .set(ESCROW_PARTY.BUYER, event.buyer())
        .set(ESCROW_PARTY.SELLER, event.seller());
    timeline.get().add(EscrowStory.tell(event), message, position);
  }

  @EventHandler
  void on(OfferAccepted event, EventMessage<?> message, @LogPosition long position) {
    timeline.get().add(EscrowStory.tell(event), message, position);
  }

  @EventHandler
  void on(OfferDeclined event, EventMessage<?> message, @LogPosition long position) {
    timeline.get().add(TimelineEntry.of(event.trade()), message, position);
  }

  @EventHandler
  void on(OfferWithdrawn event, EventMessage<?> message, @LogPosition long position) {
    timeline.get().add(TimelineEntry.of(event.trade()), message, position);
  }

  @EventHandler
  void on(TradeCompleted event, EventMessage<?> message, @LogPosition long position) {
    timeline.get().add(EscrowStory.tell(event), message, position);
  }

  @EventHandler
  void on(TradeCancelled event, EventMessage<?> message, @LogPosition long position) {
    timeline.get().add(EscrowStory.tell(event), message, position);
  }

  @EventHandler
  void on(EscrowEvent event, EventMessage<?> message, @LogPosition long position) {
    apply(event, position);
    timeline.get().add(EscrowStory.tell(event), message, position);
  }

  private void apply(EscrowEvent event, long position) {
    EscrowTable escrows = escrowsOfBatch.get();
    DisputeTable disputes = disputesOfBatch.get();
    switch (event) {
      case FundsPlacedInEscrow e -> escrows.fund(e, position);
      case ItemDelivered e -> escrows.deliver(e);
      case DeliveryConfirmed e -> escrows.turn(e.escrow(), EscrowStatus.CONFIRMED);
      case CancellationAgreed e -> escrows.turn(e.escrow(), EscrowStatus.CANCELLATION_AGREED);
      case DisputeOpened e -> {
        escrows.dispute(e.escrow(), e.decideBy());
        disputes.open(e, position);
      }
      case DisputeAssigned e -> disputes.assign(e);
      case DisputeResolved e -> {
        escrows.turn(e.escrow(), EscrowStatus.RULED);
        disputes.resolve(e);
      }
      case EscrowReleased e -> escrows.release(e);
      case EscrowRefunded e -> escrows.refund(e);
      case EscrowSplit e -> escrows.split(e);
      case CancellationRequested _, EvidenceSubmitted _, DisputeNoteAdded _ -> {
        // these only add timeline entries
      }
    }
  }

  @Override
  public void flushBatch() {
    parties.get().writeTo(sql);
    escrowsOfBatch.get().writeTo(sql);
    disputesOfBatch.get().writeTo(sql);
    timeline.get().writeTo(sql);
  }
}
