package io.playledger.saga.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeTerms;
import io.playledger.api.market.command.FinishTrade;
import io.playledger.api.market.event.OfferAccepted;
import io.playledger.api.market.event.TradeCancelled;
import io.playledger.api.market.event.TradeCompleted;
import io.playledger.runtime.saga.SagaStep;
import io.playledger.saga.RecordingSagaCommands;
import io.playledger.saga.SagaFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EscrowSettlementSagaTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123456789Z");
  private static final TradeId TRADE = new TradeId(new UUID(1, 1));
  private static final ListingId LISTING = new ListingId(new UUID(1, 2));
  private static final PlayerId BUYER = new PlayerId(new UUID(1, 3));
  private static final PlayerId SELLER = new PlayerId(new UUID(1, 4));
  private static final PlayerId MODERATOR = new PlayerId(new UUID(1, 5));
  private static final AssetCode GOLD = new AssetCode("GOLD");
  private static final Amount PRICE = new Amount(GOLD, 100);
  private static final TradeTerms TERMS =
      new TradeTerms(
          250, Duration.ofHours(3), Duration.ofHours(2), Duration.ofHours(7), Ruling.REFUND);
  private static final Instant DELIVER_BY = NOW.plus(Duration.ofHours(3));
  private static final Instant DELIVERED_AT = NOW.plus(Duration.ofHours(1));
  private static final Instant COMPLAIN_BY = NOW.plus(Duration.ofHours(3)).plusSeconds(1);
  private static final Instant DECIDE_BY = NOW.plus(Duration.ofHours(9));
  private static final Postings POSTINGS =
      Postings.of(
          new Posting(AccountId.wallet(BUYER), GOLD, -100, TransactionType.ESCROW_FUNDING),
          new Posting(AccountId.escrow(TRADE.value()), GOLD, 100, TransactionType.ESCROW_FUNDING));

  private static final OfferAccepted ACCEPTED =
      new OfferAccepted(TRADE, LISTING, BUYER, SELLER, PRICE, TERMS, NOW);
  private static final FundsPlacedInEscrow FUNDED =
      new FundsPlacedInEscrow(
          TRADE, transaction("fund"), POSTINGS, BUYER, SELLER, PRICE, TERMS, DELIVER_BY, NOW);
  private static final ItemDelivered DELIVERED =
      new ItemDelivered(TRADE, SELLER, null, COMPLAIN_BY, DELIVERED_AT);
  private static final DisputeOpened DISPUTED =
      new DisputeOpened(TRADE, BUYER, null, DECIDE_BY, DELIVERED_AT);

  private final SagaFixture fixture = new SagaFixture(EscrowSettlementSaga.class, NOW);

  private static SagaStep step(String name) {
    return new SagaStep("escrow-settlement", TRADE.toString(), name);
  }

  private static TransactionId transaction(String step) {
    return new TransactionId(step(step).key());
  }

  private static SettleEscrow settle(String step, Instant at) {
    return new SettleEscrow(TRADE, transaction(step), at);
  }

  private static EscrowReleased released(TradeOutcome outcome) {
    return new EscrowReleased(TRADE, transaction("any"), POSTINGS, outcome, 2, NOW);
  }

  private static EscrowRefunded refunded(TradeOutcome outcome) {
    return new EscrowRefunded(TRADE, transaction("any"), POSTINGS, outcome, NOW);
  }

  @Nested
  class Funding {

    @Test
    void acceptedOfferPlacesTheBuyersFundsInEscrow() {
      fixture
          .when(ACCEPTED)
          .expectActive()
          .expectNoDeadline()
          .expectCommand(
              step("fund"),
              new PlaceFundsInEscrow(TRADE, transaction("fund"), BUYER, SELLER, PRICE, TERMS, NOW));
    }

    @Test
    void tradeEndsIfTheBuyerCannotPay() {
      fixture.commands().refuse("fund", LedgerRejection.INSUFFICIENT_FUNDS);

      fixture.when(ACCEPTED).expectActive();

      List<RecordingSagaCommands.Sent> sent = fixture.commands().take();
      assertThat(sent).hasSize(2);
      assertThat(sent.get(1))
          .isEqualTo(
              new RecordingSagaCommands.Sent(
                  step("finish-unfunded"),
                  new FinishTrade(TRADE, TradeOutcome.FUNDS_UNAVAILABLE, NOW)));
    }

    @Test
    void fundedTradeIsNotEndedByARejectedFunding() {
      fixture.commands().refuse("fund", EscrowRejection.ESCROW_ALREADY_FUNDED);

      fixture.when(ACCEPTED).expectActive();

      assertThat(fixture.commands().take()).hasSize(1);
    }

    @Test
    void unknownOutcomeIsNeverCompensated() {
      fixture.commands().loseTheAnswerOf("fund");

      assertThatThrownBy(() -> fixture.when(ACCEPTED).expectActive())
          .hasStackTraceContaining("UnknownOutcome");

      assertThat(fixture.commands().take())
          .extracting(sent -> sent.step().step())
          .containsExactly("fund");
    }

    @Test
    void fundedTradeWaitsForTheDelivery() {
      fixture
          .given(ACCEPTED)
          .when(FUNDED)
          .expectActive()
          .expectNoCommand()
          .expectDeadline(DELIVER_BY, new DeliveryDue(TRADE, DELIVER_BY));
    }
  }

  @Nested
  class Delivery {

    @Test
    void tradeIsSettledIfItIsNotDeliveredInTime() {
      fixture
          .given(ACCEPTED, FUNDED)
          .whenTimeAdvancesTo(DELIVER_BY)
          .expectActive()
          .expectNoDeadline()
          .expectCommand(step("settle-undelivered"), settle("settle-undelivered", DELIVER_BY));
    }

    @Test
    void deliveryDeadlineIsIgnoredAfterADispute() {
      fixture.commands().refuse("settle-undelivered", EscrowRejection.ESCROW_NOT_SETTLEABLE);

      fixture.given(ACCEPTED, FUNDED).whenTimeAdvancesTo(DELIVER_BY).expectActive();
    }

    @Test
    void unexpectedRejectionOfASettlementIsNotIgnored() {
      fixture.commands().refuse("settle-undelivered", LedgerRejection.AMOUNT_OUT_OF_RANGE);

      fixture.given(ACCEPTED, FUNDED);
      assertThatThrownBy(() -> fixture.whenTimeAdvancesTo(DELIVER_BY).expectActive())
          .hasStackTraceContaining("AMOUNT_OUT_OF_RANGE");
    }

    @Test
    void deliveryReplacesTheDeliveryWindowByTheComplaintWindow() {
      fixture
          .given(ACCEPTED, FUNDED)
          .when(DELIVERED)
          .expectActive()
          .expectNoCommand()
          .expectDeadline(COMPLAIN_BY, new ComplaintWindowOver(TRADE, COMPLAIN_BY))
          .whenTimeAdvancesTo(DELIVER_BY)
          .expectNoCommand();
    }

    @Test
    void deliveryIsSettledAfterTheComplaintWindow() {
      fixture
          .given(ACCEPTED, FUNDED, DELIVERED)
          .whenTimeAdvancesTo(COMPLAIN_BY)
          .expectCommand(step("settle-uncontested"), settle("settle-uncontested", COMPLAIN_BY));
    }

    @Test
    void confirmedDeliveryIsSettledAtOnce() {
      fixture
          .given(ACCEPTED, FUNDED, DELIVERED)
          .when(new DeliveryConfirmed(TRADE, BUYER, DELIVERED_AT))
          .expectActive()
          .expectNoDeadline()
          .expectCommand(step("settle-confirmed"), settle("settle-confirmed", NOW));
    }

    @Test
    void confirmationIsIgnoredAfterTheDeadlineHasSettled() {
      fixture.commands().refuse("settle-confirmed", EscrowRejection.ESCROW_FINISHED);

      fixture
          .given(ACCEPTED, FUNDED, DELIVERED)
          .when(new DeliveryConfirmed(TRADE, BUYER, DELIVERED_AT))
          .expectActive();
    }

    @Test
    void agreedCancellationIsSettledAtOnce() {
      fixture
          .given(ACCEPTED, FUNDED)
          .when(new CancellationAgreed(TRADE, NOW))
          .expectActive()
          .expectNoDeadline()
          .expectCommand(step("settle-cancelled"), settle("settle-cancelled", NOW));
    }
  }

  @Nested
  class Dispute {

    @Test
    void disputeStopsEverythingUntilTheArbitrationWindowEnds() {
      fixture
          .given(ACCEPTED, FUNDED, DELIVERED)
          .when(DISPUTED)
          .expectActive()
          .expectNoCommand()
          .expectDeadline(DECIDE_BY, new ArbitrationOverdue(TRADE, DECIDE_BY))
          .whenTimeAdvancesTo(COMPLAIN_BY)
          .expectNoCommand();
    }

    @Test
    void defaultRulingIsAppliedWithoutARuling() {
      fixture
          .given(ACCEPTED, FUNDED, DELIVERED, DISPUTED)
          .whenTimeAdvancesTo(DECIDE_BY)
          .expectActive()
          .expectCommand(step("rule-by-default"), new ApplyDefaultRuling(TRADE, DECIDE_BY));
    }

    @Test
    void defaultRulingIsNotAppliedToADecidedDispute() {
      fixture.commands().refuse("rule-by-default", EscrowRejection.ESCROW_NOT_DISPUTED);

      fixture.given(ACCEPTED, FUNDED, DISPUTED).whenTimeAdvancesTo(DECIDE_BY).expectActive();
    }

    @Test
    void decidedDisputeIsSettled() {
      fixture
          .given(ACCEPTED, FUNDED, DISPUTED)
          .when(new DisputeResolved(TRADE, Ruling.SPLIT, 60, 40, MODERATOR, null, NOW))
          .expectActive()
          .expectNoDeadline()
          .expectCommand(step("settle-ruled"), settle("settle-ruled", NOW));
    }

    @Test
    void disputeCanBeSettledAfterADeadlineWasRejected() {
      fixture.commands().refuse("settle-undelivered", EscrowRejection.ESCROW_NOT_SETTLEABLE);
      fixture.given(ACCEPTED, FUNDED).whenTimeAdvancesTo(DELIVER_BY);
      fixture.commands().take();

      fixture
          .given(DISPUTED)
          .when(new DisputeResolved(TRADE, Ruling.REFUND, 0, 100, MODERATOR, null, NOW))
          .expectCommand(step("settle-ruled"), settle("settle-ruled", DELIVER_BY));
    }
  }

  @Nested
  class End {

    @Test
    void releaseCompletesTheTrade() {
      for (TradeOutcome outcome :
          List.of(TradeOutcome.CONFIRMED, TradeOutcome.UNCONTESTED, TradeOutcome.RULED_RELEASE)) {
        new SagaFixture(EscrowSettlementSaga.class, NOW)
            .given(ACCEPTED, FUNDED, DELIVERED)
            .when(released(outcome))
            .expectActive()
            .expectNoDeadline()
            .expectCommand(step("finish"), new FinishTrade(TRADE, outcome, NOW));
      }
    }

    @Test
    void refundCancelsTheTrade() {
      for (TradeOutcome outcome :
          List.of(
              TradeOutcome.NOT_DELIVERED,
              TradeOutcome.CANCELLED_BY_BOTH,
              TradeOutcome.RULED_REFUND)) {
        new SagaFixture(EscrowSettlementSaga.class, NOW)
            .given(ACCEPTED, FUNDED)
            .when(refunded(outcome))
            .expectActive()
            .expectNoDeadline()
            .expectCommand(step("finish"), new FinishTrade(TRADE, outcome, NOW));
      }
    }

    @Test
    void splitCompletesTheTrade() {
      fixture
          .given(ACCEPTED, FUNDED, DISPUTED)
          .when(new EscrowSplit(TRADE, transaction("any"), POSTINGS, 1, NOW))
          .expectActive()
          .expectNoDeadline()
          .expectCommand(step("finish"), new FinishTrade(TRADE, TradeOutcome.RULED_SPLIT, NOW));
    }

    @Test
    void finishedTradeIsNotFinishedAgain() {
      fixture.commands().refuse("finish", MarketRejection.TRADE_ALREADY_FINISHED);

      fixture.given(ACCEPTED, FUNDED).when(released(TradeOutcome.CONFIRMED)).expectActive();
    }

    @Test
    void sagaEndsWithTheTradeAndLeavesNoDeadline() {
      fixture
          .given(ACCEPTED, FUNDED, DELIVERED)
          .when(
              new TradeCompleted(TRADE, LISTING, BUYER, SELLER, PRICE, TradeOutcome.CONFIRMED, NOW))
          .expectEnded()
          .expectNoDeadline();
    }

    @Test
    void sagaEndsWithACancelledTrade() {
      fixture
          .given(ACCEPTED)
          .when(
              new TradeCancelled(
                  TRADE, LISTING, BUYER, SELLER, PRICE, TradeOutcome.FUNDS_UNAVAILABLE, NOW))
          .expectEnded()
          .expectNoDeadline();
    }

    @Test
    void sagaIgnoresEventsOfAnotherTrade() {
      fixture
          .given(ACCEPTED, FUNDED)
          .when(new CancellationAgreed(new TradeId(new UUID(9, 9)), NOW))
          .expectActive()
          .expectNoCommand();
    }
  }

  @Test
  void everyStepPostsUnderItsOwnTransactionId() {
    assertThat(Arrays.stream(SettlementStep.values()).map(step -> step.transactionOf(TRADE)))
        .doesNotHaveDuplicates();
  }
}
