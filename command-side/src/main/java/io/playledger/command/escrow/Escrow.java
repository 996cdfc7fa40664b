package io.playledger.command.escrow;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.CommandRejected;
import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.escrow.command.AddDisputeNote;
import io.playledger.api.escrow.command.ApplyDefaultRuling;
import io.playledger.api.escrow.command.AssignDispute;
import io.playledger.api.escrow.command.ConfirmDelivery;
import io.playledger.api.escrow.command.EscrowReceipt;
import io.playledger.api.escrow.command.OpenDispute;
import io.playledger.api.escrow.command.PlaceFundsInEscrow;
import io.playledger.api.escrow.command.RecordDelivery;
import io.playledger.api.escrow.command.RequestCancellation;
import io.playledger.api.escrow.command.ResolveDispute;
import io.playledger.api.escrow.command.SubmitEvidence;
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
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.command.aggregate.Aggregates;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.Repository;

/** The funds of one trade, from the buyer's wallet to their settlement. */
public class Escrow extends EscrowState {

  /** Required by Axon. */
  protected Escrow() {}

  static Aggregates<Escrow> in(Repository<Escrow> repository) {
    return new Aggregates<>(
        repository,
        Escrow::new,
        EscrowRejection.ESCROW_NOT_FOUND,
        EscrowRejection.ESCROW_ALREADY_FUNDED);
  }

  EscrowReceipt fund(PlaceFundsInEscrow command, Postings postings) {
    apply(
        new FundsPlacedInEscrow(
            command.escrow(),
            command.transaction(),
            postings,
            command.buyer(),
            command.seller(),
            command.amount(),
            command.terms(),
            command.at().plus(command.terms().deliveryWindow()),
            command.at()));
    return receipt();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  EscrowReceipt handle(RecordDelivery command) {
    requireExists(EscrowRejection.ESCROW_NOT_FOUND);
    parties.requireSeller(command.by());
    EscrowRules.deliverable(status);
    apply(
        new ItemDelivered(
            command.escrow(),
            command.by(),
            command.proof(),
            command.at().plus(terms.complaintWindow()),
            command.at()));
    return receipt();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  EscrowReceipt handle(ConfirmDelivery command) {
    requireExists(EscrowRejection.ESCROW_NOT_FOUND);
    parties.requireBuyer(command.by());
    EscrowRules.confirmable(status, confirmed);
    apply(new DeliveryConfirmed(command.escrow(), command.by(), command.at()));
    return receipt();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  EscrowReceipt handle(RequestCancellation command) {
    requireExists(EscrowRejection.ESCROW_NOT_FOUND);
    parties.requireParty(command.by());
    EscrowRules.undecided(status);
    if (command.by().equals(cancellationAskedBy)) {
      EscrowRules.reject(EscrowRejection.CANCELLATION_ALREADY_REQUESTED);
    }
    boolean agreed = cancellationAskedBy != null;
    apply(new CancellationRequested(command.escrow(), command.by(), command.at()));
    if (agreed) {
      apply(new CancellationAgreed(command.escrow(), command.at()));
    }
    return receipt();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  EscrowReceipt handle(OpenDispute command) {
    requireExists(EscrowRejection.ESCROW_NOT_FOUND);
    parties.requireParty(command.by());
    EscrowRules.undecided(status);
    if (status == EscrowStatus.DELIVERED && command.by().equals(parties.buyer())) {
      EscrowRules.complaintInTime(complainBy, command.at());
    }
    apply(
        new DisputeOpened(
            command.escrow(),
            command.by(),
            command.reason(),
            command.at().plus(terms.arbitrationWindow()),
            command.at()));
    return receipt();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  EscrowReceipt handle(SubmitEvidence command) {
    requireExists(EscrowRejection.ESCROW_NOT_FOUND);
    parties.requireParty(command.by());
    EscrowRules.unsettled(status);
    int submitted = command.by().equals(parties.buyer()) ? evidenceOfBuyer : evidenceOfSeller;
    if (submitted >= SubmitEvidence.EVIDENCE_MAX) {
      EscrowRules.reject(EscrowRejection.EVIDENCE_LIMIT_REACHED);
    }
    apply(new EvidenceSubmitted(command.escrow(), command.by(), command.statement(), command.at()));
    return receipt();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  EscrowReceipt handle(AssignDispute command) {
    requireDisputed();
    parties.requireOutsider(command.by());
    parties.requireOutsider(command.handler());
    if (!command.handler().equals(dispute.handler())) {
      apply(new DisputeAssigned(command.escrow(), command.handler(), command.by(), command.at()));
    }
    return receipt();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  EscrowReceipt handle(AddDisputeNote command) {
    requireDisputed();
    parties.requireOutsider(command.by());
    if (dispute.notes() >= AddDisputeNote.NOTES_MAX) {
      EscrowRules.reject(EscrowRejection.NOTE_LIMIT_REACHED);
    }
    apply(new DisputeNoteAdded(command.escrow(), command.by(), command.note(), command.at()));
    return receipt();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  EscrowReceipt handle(ResolveDispute command) {
    requireDisputed();
    parties.requireOutsider(command.by());
    DisputeShares shares = DisputeShares.of(command, amount.units());
    apply(
        new DisputeResolved(
            command.escrow(),
            command.ruling(),
            shares.toSeller(),
            shares.toBuyer(),
            command.by(),
            command.reason(),
            command.at()));
    return receipt();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  EscrowReceipt handle(ApplyDefaultRuling command) {
    requireDisputed();
    EscrowRules.arbitrationOverdue(dispute.decideBy(), command.at());
    Ruling ruling = terms.defaultRuling();
    DisputeShares shares = DisputeShares.whole(ruling, amount.units());
    apply(
        new DisputeResolved(
            command.escrow(),
            ruling,
            shares.toSeller(),
            shares.toBuyer(),
            null,
            null,
            command.at()));
    return receipt();
  }

  /** Decides who gets the funds at that instant; rejects if state and time do not decide it yet. */
  EscrowPayout payoutAt(Instant at) {
    long all = amount.units();
    return switch (status) {
      case CONFIRMED -> payout(TradeOutcome.CONFIRMED, all, 0);
      case CANCELLATION_AGREED -> payout(TradeOutcome.CANCELLED_BY_BOTH, 0, all);
      case RULED ->
          switch (dispute.ruling()) {
            case RELEASE -> payout(TradeOutcome.RULED_RELEASE, all, 0);
            case REFUND -> payout(TradeOutcome.RULED_REFUND, 0, all);
            case SPLIT -> payout(TradeOutcome.RULED_SPLIT, dispute.toSeller(), dispute.toBuyer());
          };
      case FUNDED -> {
        EscrowRules.windowOver(deliverBy, at);
        yield payout(TradeOutcome.NOT_DELIVERED, 0, all);
      }
      case DELIVERED -> {
        EscrowRules.windowOver(complainBy, at);
        yield payout(TradeOutcome.UNCONTESTED, all, 0);
      }
      case DISPUTED -> throw new CommandRejected(EscrowRejection.ESCROW_NOT_SETTLEABLE);
      case RELEASED, REFUNDED, SPLIT -> throw new CommandRejected(EscrowRejection.ESCROW_FINISHED);
    };
  }

  private EscrowPayout payout(TradeOutcome outcome, long toSeller, long toBuyer) {
    return EscrowPayout.of(outcome, parties, amount.asset(), terms, toSeller, toBuyer);
  }

  EscrowReceipt settle(EscrowPayout payout, TransactionId transaction, Instant at) {
    TradeId escrow = parties.escrow();
    apply(
        switch (payout.outcome()) {
          case CONFIRMED, UNCONTESTED, RULED_RELEASE ->
              new EscrowReleased(
                  escrow, transaction, payout.postings(), payout.outcome(), payout.fee(), at);
          case RULED_REFUND, NOT_DELIVERED, CANCELLED_BY_BOTH, FUNDS_UNAVAILABLE ->
              new EscrowRefunded(escrow, transaction, payout.postings(), payout.outcome(), at);
          case RULED_SPLIT ->
              new EscrowSplit(escrow, transaction, payout.postings(), payout.fee(), at);
        });
    return receipt();
  }

  private EscrowReceipt receipt() {
    return new EscrowReceipt(parties.escrow(), status);
  }

  private void requireDisputed() {
    requireExists(EscrowRejection.ESCROW_NOT_FOUND);
    if (status != EscrowStatus.DISPUTED) {
      EscrowRules.reject(EscrowRejection.ESCROW_NOT_DISPUTED);
    }
  }
}
