package io.playledger.saga.escrow;

import io.playledger.api.RejectionCode;
import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.escrow.command.ApplyDefaultRuling;
import io.playledger.api.escrow.command.PlaceFundsInEscrow;
import io.playledger.api.escrow.command.SettleEscrow;
import io.playledger.api.escrow.event.CancellationAgreed;
import io.playledger.api.escrow.event.DeliveryConfirmed;
import io.playledger.api.escrow.event.DisputeOpened;
import io.playledger.api.escrow.event.DisputeResolved;
import io.playledger.api.escrow.event.EscrowRefunded;
import io.playledger.api.escrow.event.EscrowReleased;
import io.playledger.api.escrow.event.EscrowSplit;
import io.playledger.api.escrow.event.FundsPlacedInEscrow;
import io.playledger.api.escrow.event.ItemDelivered;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.command.FinishTrade;
import io.playledger.api.market.event.OfferAccepted;
import io.playledger.api.market.event.TradeCancelled;
import io.playledger.api.market.event.TradeCompleted;
import io.playledger.runtime.saga.SagaCommands;
import io.playledger.saga.Deadline;
import io.playledger.saga.StepResult;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;

/**
 * Drives an accepted trade through its escrow to its end: funding, then delivery, confirmation,
 * dispute or the end of a window, payout, and the end of the trade. The saga decides nothing: the
 * escrow decides by its state and the time in the command. The saga has one deadline at a time. If
 * a deadline comes too late, the command is rejected with a reason that the saga can ignore.
 *
 * <p>An unknown outcome is thrown as an exception; the event is handled again, and the step is then
 * the same command.
 */
public class EscrowSettlementSaga {

  public static final String NAME = "escrow-settlement";

  static final String DELIVERY = "escrow-settlement.delivery-due";
  static final String COMPLAINT = "escrow-settlement.complaint-window-over";
  static final String ARBITRATION = "escrow-settlement.arbitration-overdue";

  /** Another step has already settled the escrow. */
  private static final Set<EscrowRejection> SETTLED = Set.of(EscrowRejection.ESCROW_FINISHED);

  /** A party or a moderator was faster than the deadline; their event has not arrived yet. */
  private static final Set<EscrowRejection> OVERTAKEN =
      Set.of(
          EscrowRejection.ESCROW_FINISHED,
          EscrowRejection.ESCROW_NOT_SETTLEABLE,
          EscrowRejection.ESCROW_NOT_DISPUTED);

  private Deadline deadline = new Deadline();

  @StartSaga
  @SagaEventHandler(associationProperty = "trade")
  void on(OfferAccepted event, SagaCommands commands, Clock clock) {
    TradeId trade = event.trade();
    PlaceFundsInEscrow command =
        new PlaceFundsInEscrow(
            trade,
            SettlementStep.FUND.transactionOf(trade),
            event.buyer(),
            event.seller(),
            event.price(),
            event.terms(),
            clock.instant());
    Optional<RejectionCode> refusal =
        StepResult.refusal(commands.dispatch(SettlementStep.FUND.of(trade), command));
    if (refusal.isPresent() && refusal.get() != EscrowRejection.ESCROW_ALREADY_FUNDED) {
      finish(
          SettlementStep.FINISH_UNFUNDED,
          trade,
          TradeOutcome.FUNDS_UNAVAILABLE,
          commands,
          clock.instant());
    }
  }

  @SagaEventHandler(associationProperty = "escrow", keyName = "trade")
  void on(FundsPlacedInEscrow event, DeadlineManager deadlines) {
    deadline.set(
        deadlines, event.deliverBy(), DELIVERY, new DeliveryDue(event.escrow(), event.deliverBy()));
  }

  @SagaEventHandler(associationProperty = "escrow", keyName = "trade")
  void on(ItemDelivered event, DeadlineManager deadlines) {
    deadline.set(
        deadlines,
        event.complainBy(),
        COMPLAINT,
        new ComplaintWindowOver(event.escrow(), event.complainBy()));
  }

  @SagaEventHandler(associationProperty = "escrow", keyName = "trade")
  void on(DisputeOpened event, DeadlineManager deadlines) {
    deadline.set(
        deadlines,
        event.decideBy(),
        ARBITRATION,
        new ArbitrationOverdue(event.escrow(), event.decideBy()));
  }

  @SagaEventHandler(associationProperty = "escrow", keyName = "trade")
  void on(DeliveryConfirmed event, DeadlineManager deadlines, SagaCommands commands, Clock clock) {
    deadline.cancel(deadlines);
    settle(SettlementStep.SETTLE_CONFIRMED, event.escrow(), SETTLED, commands, clock.instant());
  }

  @SagaEventHandler(associationProperty = "escrow", keyName = "trade")
  void on(CancellationAgreed event, DeadlineManager deadlines, SagaCommands commands, Clock clock) {
    deadline.cancel(deadlines);
    settle(SettlementStep.SETTLE_CANCELLED, event.escrow(), SETTLED, commands, clock.instant());
  }

  @SagaEventHandler(associationProperty = "escrow", keyName = "trade")
  void on(DisputeResolved event, DeadlineManager deadlines, SagaCommands commands, Clock clock) {
    deadline.cancel(deadlines);
    settle(SettlementStep.SETTLE_RULED, event.escrow(), SETTLED, commands, clock.instant());
  }

  @DeadlineHandler(deadlineName = DELIVERY)
  void on(DeliveryDue due, SagaCommands commands, Clock clock) {
    deadline
        .met(DELIVERY, due.due(), clock)
        .ifPresent(
            at -> settle(SettlementStep.SETTLE_UNDELIVERED, due.escrow(), OVERTAKEN, commands, at));
  }

  @DeadlineHandler(deadlineName = COMPLAINT)
  void on(ComplaintWindowOver due, SagaCommands commands, Clock clock) {
    deadline
        .met(COMPLAINT, due.due(), clock)
        .ifPresent(
            at -> settle(SettlementStep.SETTLE_UNCONTESTED, due.escrow(), OVERTAKEN, commands, at));
  }

  @DeadlineHandler(deadlineName = ARBITRATION)
  void on(ArbitrationOverdue due, SagaCommands commands, Clock clock) {
    deadline
        .met(ARBITRATION, due.due(), clock)
        .map(at -> new ApplyDefaultRuling(due.escrow(), at))
        .ifPresent(
            command ->
                commands.require(
                    SettlementStep.RULE_BY_DEFAULT.of(due.escrow()),
                    command,
                    StepResult.harmless(OVERTAKEN)));
  }

  @SagaEventHandler(associationProperty = "escrow", keyName = "trade")
  void on(EscrowReleased event, DeadlineManager deadlines, SagaCommands commands, Clock clock) {
    deadline.cancel(deadlines);
    finish(SettlementStep.FINISH, event.escrow(), event.outcome(), commands, clock.instant());
  }

  @SagaEventHandler(associationProperty = "escrow", keyName = "trade")
  void on(EscrowRefunded event, DeadlineManager deadlines, SagaCommands commands, Clock clock) {
    deadline.cancel(deadlines);
    finish(SettlementStep.FINISH, event.escrow(), event.outcome(), commands, clock.instant());
  }

  @SagaEventHandler(associationProperty = "escrow", keyName = "trade")
  void on(EscrowSplit event, DeadlineManager deadlines, SagaCommands commands, Clock clock) {
    deadline.cancel(deadlines);
    finish(
        SettlementStep.FINISH, event.escrow(), TradeOutcome.RULED_SPLIT, commands, clock.instant());
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "trade")
  void on(TradeCompleted event, DeadlineManager deadlines) {
    deadline.cancel(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = "trade")
  void on(TradeCancelled event, DeadlineManager deadlines) {
    deadline.cancel(deadlines);
  }

  private static void settle(
      SettlementStep step,
      TradeId escrow,
      Set<EscrowRejection> harmless,
      SagaCommands commands,
      Instant at) {
    SettleEscrow command = new SettleEscrow(escrow, step.transactionOf(escrow), at);
    commands.require(step.of(escrow), command, StepResult.harmless(harmless));
  }

  private static void finish(
      SettlementStep step, TradeId trade, TradeOutcome outcome, SagaCommands commands, Instant at) {
    FinishTrade command = new FinishTrade(trade, outcome, at);
    commands.require(
        step.of(trade),
        command,
        StepResult.harmless(Set.of(MarketRejection.TRADE_ALREADY_FINISHED)));
  }
}
