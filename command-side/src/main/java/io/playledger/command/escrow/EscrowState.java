package io.playledger.command.escrow;

import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.escrow.event.CancellationAgreed;
import io.playledger.api.escrow.event.CancellationRequested;
import io.playledger.api.escrow.event.DeliveryConfirmed;
import io.playledger.api.escrow.event.DisputeAssigned;
import io.playledger.api.escrow.event.DisputeNoteAdded;
import io.playledger.api.escrow.event.DisputeOpened;
import io.playledger.api.escrow.event.DisputeResolved;
import io.playledger.api.escrow.event.EscrowRefunded;
import io.playledger.api.escrow.event.EscrowReleased;
import io.playledger.api.escrow.event.EscrowSplit;
import io.playledger.api.escrow.event.EvidenceSubmitted;
import io.playledger.api.escrow.event.FundsPlacedInEscrow;
import io.playledger.api.escrow.event.ItemDelivered;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.TradeTerms;
import io.playledger.command.aggregate.Root;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** The state of an escrow, derived from its events; {@link Escrow} decides on it. */
abstract class EscrowState implements Root {

  @AggregateIdentifier @Nullable String id;
  EscrowParties parties;
  Amount amount;
  TradeTerms terms;
  EscrowStatus status;
  Instant deliverBy;
  @Nullable Instant complainBy;
  boolean confirmed;
  @Nullable PlayerId cancellationAskedBy;
  int evidenceOfBuyer;
  int evidenceOfSeller;
  @Nullable EscrowDispute dispute;

  @Override
  public boolean exists() {
    return id != null;
  }

  @EventSourcingHandler
  void on(FundsPlacedInEscrow event) {
    id = AccountId.escrow(event.escrow().value()).toString();
    parties = new EscrowParties(event.escrow(), event.buyer(), event.seller());
    amount = event.amount();
    terms = event.terms();
    deliverBy = event.deliverBy();
    status = EscrowStatus.FUNDED;
  }

  @EventSourcingHandler
  void on(ItemDelivered event) {
    complainBy = event.complainBy();
    status = EscrowStatus.DELIVERED;
  }

  @EventSourcingHandler
  void on(DeliveryConfirmed event) {
    confirmed = true;
    status = EscrowStatus.CONFIRMED;
  }

  @EventSourcingHandler
  void on(CancellationRequested event) {
    cancellationAskedBy = event.by();
  }

  @EventSourcingHandler
  void on(CancellationAgreed event) {
    status = EscrowStatus.CANCELLATION_AGREED;
  }

  @EventSourcingHandler
  void on(DisputeOpened event) {
    dispute = EscrowDispute.opened(event.decideBy());
    status = EscrowStatus.DISPUTED;
  }

  @EventSourcingHandler
  void on(EvidenceSubmitted event) {
    if (event.by().equals(parties.buyer())) {
      evidenceOfBuyer++;
    } else {
      evidenceOfSeller++;
    }
  }

  @EventSourcingHandler
  void on(DisputeAssigned event) {
    dispute = dispute.assignedTo(event.handler());
  }

  @EventSourcingHandler
  void on(DisputeNoteAdded event) {
    dispute = dispute.withOneMoreNote();
  }

  @EventSourcingHandler
  void on(DisputeResolved event) {
    dispute = dispute.decided(event.ruling(), event.toSeller(), event.toBuyer());
    status = EscrowStatus.RULED;
  }

  @EventSourcingHandler
  void on(EscrowReleased event) {
    status = EscrowStatus.RELEASED;
  }

  @EventSourcingHandler
  void on(EscrowRefunded event) {
    status = EscrowStatus.REFUNDED;
  }

  @EventSourcingHandler
  void on(EscrowSplit event) {
    status = EscrowStatus.SPLIT;
  }
}
