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
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.event.ValueMoved;
import io.playledger.api.market.event.OfferAccepted;
import io.playledger.api.market.event.OfferMade;
import io.playledger.api.market.event.TradeCancelled;
import io.playledger.api.market.event.TradeCompleted;
import io.playledger.projection.Facts;

/** The timeline entry of each event. */
final class EscrowStory {

  private EscrowStory() {}

  static TimelineEntry tell(OfferMade event) {
    Facts facts = Facts.none().with("listing", event.listing()).with("price", event.price());
    return TimelineEntry.of(event.trade(), facts).saying(event.message());
  }

  static TimelineEntry tell(OfferAccepted event) {
    Facts facts =
        Facts.none()
            .with("price", event.price())
            .with("feeBasisPoints", event.terms().feeBasisPoints())
            .with("deliveryWindow", event.terms().deliveryWindow())
            .with("complaintWindow", event.terms().complaintWindow())
            .with("arbitrationWindow", event.terms().arbitrationWindow())
            .with("defaultRuling", event.terms().defaultRuling());
    return TimelineEntry.of(event.trade(), facts);
  }

  static TimelineEntry tell(TradeCompleted event) {
    return TimelineEntry.of(event.trade(), Facts.none().with("outcome", event.outcome()));
  }

  static TimelineEntry tell(TradeCancelled event) {
    return TimelineEntry.of(event.trade(), Facts.none().with("outcome", event.outcome()));
  }

  static TimelineEntry tell(EscrowEvent event) {
    TimelineEntry entry = TimelineEntry.of(event.escrow(), facts(event));
    return switch (event) {
      case FundsPlacedInEscrow e -> entry.until(e.deliverBy());
      case ItemDelivered e -> entry.saying(e.proof()).until(e.complainBy());
      case DisputeOpened e -> entry.saying(e.reason()).until(e.decideBy());
      case EvidenceSubmitted e -> entry.saying(e.statement());
      case DisputeNoteAdded e -> entry.saying(e.note()).forModerators();
      case DisputeResolved e -> entry.saying(e.reason());
      case DeliveryConfirmed _,
          CancellationRequested _,
          CancellationAgreed _,
          DisputeAssigned _,
          EscrowReleased _,
          EscrowRefunded _,
          EscrowSplit _ ->
          entry;
    };
  }

  private static Facts facts(EscrowEvent event) {
    return switch (event) {
      case FundsPlacedInEscrow e ->
          Facts.none().with("amount", e.amount()).with("transaction", e.transaction());
      case ItemDelivered e -> Facts.none().with("by", e.seller());
      case DeliveryConfirmed e -> Facts.none().with("by", e.buyer());
      case CancellationRequested e -> Facts.none().with("by", e.by());
      case CancellationAgreed _ -> Facts.none();
      case DisputeOpened e -> Facts.none().with("by", e.by());
      case EvidenceSubmitted e -> Facts.none().with("by", e.by());
      case DisputeAssigned e -> Facts.none().with("handler", e.handler()).with("by", e.by());
      case DisputeNoteAdded e -> Facts.none().with("by", e.by());
      case DisputeResolved e ->
          Facts.none().with("ruling", e.ruling()).with("by", e.by() == null ? "terms" : e.by());
      case EscrowReleased e -> payouts(e).with("outcome", e.outcome());
      case EscrowRefunded e -> payouts(e).with("outcome", e.outcome());
      case EscrowSplit e -> payouts(e);
    };
  }

  /** The payout of the escrow: {@code fee}, and {@code paid:<player>} for each wallet. */
  private static Facts payouts(ValueMoved event) {
    Facts facts = Facts.none().with("transaction", event.transaction());
    for (Posting line : event.postings().lines()) {
      String name =
          switch (line.account().kind()) {
            case WALLET -> "paid:" + line.account().owner();
            case SYSTEM -> "fee";
            case ESCROW -> null;
          };
      if (name != null) {
        Amount before = facts.amounts().get(name);
        long units = Math.addExact(before == null ? 0 : before.units(), line.units());
        facts = facts.with(name, new Amount(line.asset(), units));
      }
    }
    return facts;
  }
}
