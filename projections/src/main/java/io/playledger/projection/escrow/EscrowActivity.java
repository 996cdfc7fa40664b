package io.playledger.projection.escrow;

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
import io.playledger.projection.Facts;
import io.playledger.projection.FeedEntries;
import io.playledger.projection.Happening;

/**
 * Feed entries about escrows, for both parties of the trade. The notes of moderators are
 * confidential.
 */
public final class EscrowActivity implements FeedEntries<EscrowEvent> {

  @Override
  public Happening of(EscrowEvent event) {
    return event instanceof DisputeNoteAdded
        ? Happening.NONE
        : Happening.about("trade", event.escrow(), facts(event));
  }

  private static Facts facts(EscrowEvent event) {
    return switch (event) {
      case FundsPlacedInEscrow e -> Facts.none().with("amount", e.amount());
      case ItemDelivered e -> Facts.none().with("by", e.seller());
      case DeliveryConfirmed e -> Facts.none().with("by", e.buyer());
      case CancellationRequested e -> Facts.none().with("by", e.by());
      case DisputeOpened e -> Facts.none().with("by", e.by()).with("decideBy", e.decideBy());
      case EvidenceSubmitted e -> Facts.none().with("by", e.by());
      case DisputeResolved e -> Facts.none().with("ruling", e.ruling());
      case EscrowReleased e -> Facts.none().with("outcome", e.outcome());
      case EscrowRefunded e -> Facts.none().with("outcome", e.outcome());
      case EscrowSplit _, CancellationAgreed _, DisputeAssigned _, DisputeNoteAdded _ ->
          Facts.none();
    };
  }
}
