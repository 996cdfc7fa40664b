package io.playledger.command.escrow;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.CommandRejected;
import io.playledger.api.escrow.AddDisputeNote;
import io.playledger.api.escrow.ApplyDefaultRuling;
import io.playledger.api.escrow.AssignDispute;
import io.playledger.api.escrow.CancellationAgreed;
import io.playledger.api.escrow.CancellationRequested;
import io.playledger.api.escrow.ConfirmDelivery;
import io.playledger.api.escrow.DeliveryConfirmed;
import io.playledger.api.escrow.DisputeAssigned;
import io.playledger.api.escrow.DisputeNoteAdded;
import io.playledger.api.escrow.DisputeOpened;
import io.playledger.api.escrow.DisputeResolved;
import io.playledger.api.escrow.EscrowReceipt;
import io.playledger.api.escrow.EscrowRefunded;
import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.escrow.EscrowReleased;
import io.playledger.api.escrow.EscrowSplit;
import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.escrow.EvidenceSubmitted;
import io.playledger.api.escrow.FundsPlacedInEscrow;
import io.playledger.api.escrow.ItemDelivered;
import io.playledger.api.escrow.OpenDispute;
import io.playledger.api.escrow.PlaceFundsInEscrow;
import io.playledger.api.escrow.RecordDelivery;
import io.playledger.api.escrow.RequestCancellation;
import io.playledger.api.escrow.ResolveDispute;
import io.playledger.api.escrow.SubmitEvidence;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeTerms;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.aggregate.Root;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.Repository;

/** The funds of one trade, from the buyer's wallet to whoever they end with. */
public class Escrow implements Root {

  @AggregateIdentifier private String id;
  private EscrowParties parties;
  private Amount amount;
  private TradeTerms terms;
  private EscrowStatus status;
  private Instant deliverBy;
  private Instant complainBy;
  private boolean confirmed;
  private PlayerId cancellationAskedBy;
  private int evidenceOfBuyer;
  private int evidenceOfSeller;
  private EscrowDispute dispute;

  /** For Axon. */
  protected Escrow() {}

  static Aggregates<Escrow> in(Repository<Escrow> repository) {
    return new Aggregates<>(
        repository,
        Escrow::new,
        EscrowRejection.ESCROW_NOT_FOUND,
        EscrowRejection.ESCROW_ALREADY_FUNDED);
  }

  @Override
  public boolean exists() {
    return id != null;
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
    requireExisting();
    parties.requireSeller(command.by());
    switch (status) {
      case FUNDED -> {}
      case DELIVERED, CONFIRMED -> reject(EscrowRejection.ESCROW_ALREADY_DELIVERED);
      case DISPUTED -> reject(EscrowRejection.ESCROW_DISPUTED);
      case CANCELLATION_AGREED, RULED, RELEASED, REFUNDED, SPLIT ->
          reject(EscrowRejection.ESCROW_FINISHED);
    }
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
    requireExisting();
    parties.requireBuyer(command.by());
    if (confirmed) {
      reject(EscrowRejection.ESCROW_ALREADY_CONFIRMED);
    }
    switch (status) {
      case DELIVERED -> {}
      case FUNDED -> reject(EscrowRejection.ESCROW_NOT_DELIVERED);
      case CONFIRMED -> reject(EscrowRejection.ESCROW_ALREADY_CONFIRMED);
      case DISPUTED -> reject(EscrowRejection.ESCROW_DISPUTED);
      case CANCELLATION_AGREED, RULED, RELEASED, REFUNDED, SPLIT ->
          reject(EscrowRejection.ESCROW_FINISHED);
    }
    apply(new DeliveryConfirmed(command.escrow(), command.by(), command.at()));
    return receipt();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  EscrowReceipt handle(RequestCancellation command) {
    requireExisting();
    parties.requireParty(command.by());
    requireUndecided();
    if (command.by().equals(cancellationAskedBy)) {
      reject(EscrowRejection.CANCELLATION_ALREADY_REQUESTED);
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
    requireExisting();
    parties.requireParty(command.by());
    requireUndecided();
    if (status == EscrowStatus.DELIVERED
        && command.by().equals(parties.buyer())
        && !command.at().isBefore(complainBy)) {
      throw new CommandRejected(
          EscrowRejection.COMPLAINT_WINDOW_ENDED, Map.of("complainBy", complainBy.toString()));
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
    requireExisting();
    parties.requireParty(command.by());
    if (settled()) {
      reject(EscrowRejection.ESCROW_FINISHED);
    }
    int submitted = command.by().equals(parties.buyer()) ? evidenceOfBuyer : evidenceOfSeller;
    if (submitted >= SubmitEvidence.EVIDENCE_MAX) {
      reject(EscrowRejection.EVIDENCE_LIMIT_REACHED);
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
      reject(EscrowRejection.NOTE_LIMIT_REACHED);
    }
    apply(new DisputeNoteAdded(command.escrow(), command.by(), command.note(), command.at()));
    return receipt();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  EscrowReceipt handle(ResolveDispute command) {
    requireDisputed();
    parties.requireOutsider(command.by());
    long toSeller =
        switch (command.ruling()) {
          case RELEASE -> amount.units();
          case REFUND -> 0;
          case SPLIT -> sellersShare(command);
        };
    apply(
        new DisputeResolved(
            command.escrow(),
            command.ruling(),
            toSeller,
            amount.units() - toSeller,
            command.by(),
            command.reason(),
            command.at()));
    return receipt();
  }

  private long sellersShare(ResolveDispute command) {
    Long toSeller = command.toSeller();
    Long toBuyer = command.toBuyer();
    if (toSeller == null
        || toBuyer == null
        || toSeller < 0
        || toBuyer < 0
        || toSeller > amount.units()
        || toBuyer != amount.units() - toSeller) {
      throw new CommandRejected(
          EscrowRejection.SPLIT_DOES_NOT_ADD_UP,
          Map.of("amountUnits", Long.toString(amount.units())));
    }
    return toSeller;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  EscrowReceipt handle(ApplyDefaultRuling command) {
    requireDisputed();
    if (command.at().isBefore(dispute.decideBy())) {
      throw new CommandRejected(
          EscrowRejection.ARBITRATION_NOT_OVERDUE,
          Map.of("decideBy", dispute.decideBy().toString()));
    }
    Ruling ruling = terms.defaultRuling();
    long toSeller = ruling == Ruling.RELEASE ? amount.units() : 0;
    apply(
        new DisputeResolved(
            command.escrow(),
            ruling,
            toSeller,
            amount.units() - toSeller,
            null,
            null,
            command.at()));
    return receipt();
  }

  /** Who gets the funds, if state and time decide it at that instant. */
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
        requireOver(deliverBy, at);
        yield payout(TradeOutcome.NOT_DELIVERED, 0, all);
      }
      case DELIVERED -> {
        requireOver(complainBy, at);
        yield payout(TradeOutcome.UNCONTESTED, all, 0);
      }
      case DISPUTED -> throw new CommandRejected(EscrowRejection.ESCROW_NOT_SETTLEABLE);
      case RELEASED, REFUNDED, SPLIT -> throw new CommandRejected(EscrowRejection.ESCROW_FINISHED);
    };
  }

  private EscrowPayout payout(TradeOutcome outcome, long toSeller, long toBuyer) {
    return EscrowPayout.of(outcome, parties, amount.asset(), terms, toSeller, toBuyer);
  }

  private static void requireOver(Instant deadline, Instant at) {
    if (at.isBefore(deadline)) {
      throw new CommandRejected(
          EscrowRejection.ESCROW_NOT_SETTLEABLE, Map.of("notBefore", deadline.toString()));
    }
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

  private boolean settled() {
    return switch (status) {
      case RELEASED, REFUNDED, SPLIT -> true;
      case FUNDED, DELIVERED, CONFIRMED, CANCELLATION_AGREED, DISPUTED, RULED -> false;
    };
  }

  private void requireUndecided() {
    switch (status) {
      case FUNDED, DELIVERED -> {}
      case CONFIRMED -> reject(EscrowRejection.ESCROW_ALREADY_CONFIRMED);
      case DISPUTED -> reject(EscrowRejection.ESCROW_DISPUTED);
      case CANCELLATION_AGREED, RULED, RELEASED, REFUNDED, SPLIT ->
          reject(EscrowRejection.ESCROW_FINISHED);
    }
  }

  private void requireDisputed() {
    requireExisting();
    if (status != EscrowStatus.DISPUTED) {
      reject(EscrowRejection.ESCROW_NOT_DISPUTED);
    }
  }

  private void requireExisting() {
    if (!exists()) {
      reject(EscrowRejection.ESCROW_NOT_FOUND);
    }
  }

  private static void reject(EscrowRejection reason) {
    throw new CommandRejected(reason);
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
