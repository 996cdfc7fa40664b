package io.playledger.command.escrow;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.CARA;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.STRANGER;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.hold;
import static io.playledger.command.Samples.text;
import static io.playledger.command.Samples.transaction;

import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.escrow.command.ConfirmDelivery;
import io.playledger.api.escrow.command.PlaceFundsInEscrow;
import io.playledger.api.escrow.command.RecordDelivery;
import io.playledger.api.escrow.event.CancellationAgreed;
import io.playledger.api.escrow.event.CancellationRequested;
import io.playledger.api.escrow.event.DeliveryConfirmed;
import io.playledger.api.escrow.event.FundsPlacedInEscrow;
import io.playledger.api.escrow.event.ItemDelivered;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.command.PlaceHold;
import io.playledger.api.ledger.event.WalletDebited;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.Ruling;
import io.playledger.command.CommandFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FundingAndDeliveryTest {

  @Nested
  class Fund {

    private final CommandFixture fixture = EscrowSamples.players();

    @Test
    void fundingMovesThePriceFromTheBuyerIntoEscrow() {
      fixture
          .when(EscrowSamples.fund(EscrowSamples.TERMS))
          .expectEvents(
              new FundsPlacedInEscrow(
                  EscrowSamples.ESCROW,
                  transaction(2),
                  Postings.of(
                      EscrowSamples.line(
                          AccountId.wallet(BERT), -101, TransactionType.ESCROW_FUNDING),
                      EscrowSamples.line(
                          AccountId.escrow(EscrowSamples.ESCROW.value()),
                          101,
                          TransactionType.ESCROW_FUNDING)),
                  BERT,
                  ANNA,
                  gold(101),
                  EscrowSamples.TERMS,
                  EscrowSamples.DELIVER_BY,
                  NOW),
              new WalletDebited(BERT, transaction(2), gold(101), 0, NOW))
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.FUNDED));
    }

    @Test
    void rejectsABuyerWhoCannotPay() {
      fixture
          .given(new PlaceHold(hold(1), BERT, CARA, gold(1), null, NOW.plusSeconds(1), NOW))
          .when(EscrowSamples.fund(EscrowSamples.TERMS))
          .expectRejection(LedgerRejection.INSUFFICIENT_FUNDS);
    }

    @Test
    void rejectsASecondFunding() {
      fixture
          .given(EscrowSamples.fund(EscrowSamples.TERMS))
          .when(EscrowSamples.fund(EscrowSamples.TERMS))
          .expectRejection(EscrowRejection.ESCROW_ALREADY_FUNDED);
    }

    @Test
    void rejectsAPriceOfZero() {
      fixture
          .when(
              new PlaceFundsInEscrow(
                  EscrowSamples.ESCROW,
                  transaction(2),
                  BERT,
                  ANNA,
                  gold(0),
                  EscrowSamples.TERMS,
                  NOW))
          .expectRejection(LedgerRejection.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void rejectsATradeWithOneself() {
      fixture
          .when(
              new PlaceFundsInEscrow(
                  EscrowSamples.ESCROW,
                  transaction(2),
                  BERT,
                  BERT,
                  gold(1),
                  EscrowSamples.TERMS,
                  NOW))
          .expectRejection(MarketRejection.TRADE_WITH_ONESELF);
    }

    @Test
    void rejectsABuyerWithoutWallet() {
      fixture
          .when(
              new PlaceFundsInEscrow(
                  EscrowSamples.ESCROW,
                  transaction(2),
                  STRANGER,
                  ANNA,
                  gold(1),
                  EscrowSamples.TERMS,
                  NOW))
          .expectRejection(LedgerRejection.WALLET_NOT_FOUND);
    }
  }

  @Nested
  class Deliver {

    private final CommandFixture fixture = EscrowSamples.funded();

    @Test
    void deliveryStartsTheComplaintWindow() {
      fixture
          .when(EscrowSamples.deliver())
          .expectEvents(
              new ItemDelivered(
                  EscrowSamples.ESCROW, ANNA, text(ANNA), EscrowSamples.COMPLAIN_BY, NOW))
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.DELIVERED));
    }

    @Test
    void rejectsADeliveryByAnybodyButTheSeller() {
      fixture
          .when(new RecordDelivery(EscrowSamples.ESCROW, BERT, text(BERT), NOW))
          .expectRejection(EscrowRejection.ESCROW_NOT_YOURS);
    }

    @Test
    void rejectsASecondDelivery() {
      fixture
          .given(EscrowSamples.deliver())
          .when(EscrowSamples.deliver())
          .expectRejection(EscrowRejection.ESCROW_ALREADY_DELIVERED);
      fixture
          .given(EscrowSamples.confirm())
          .when(EscrowSamples.deliver())
          .expectRejection(EscrowRejection.ESCROW_ALREADY_DELIVERED);
    }

    @Test
    void rejectsADeliveryDuringADispute() {
      fixture
          .given(EscrowSamples.dispute(BERT, NOW))
          .when(EscrowSamples.deliver())
          .expectRejection(EscrowRejection.ESCROW_DISPUTED);
    }

    @Test
    void rejectsADeliveryAfterTheSettlement() {
      fixture
          .given(EscrowSamples.settle(EscrowSamples.DELIVER_BY))
          .when(EscrowSamples.deliver())
          .expectRejection(EscrowRejection.ESCROW_FINISHED);
    }

    @Test
    void rejectsADeliveryForAnUnknownEscrow() {
      EscrowSamples.players()
          .when(EscrowSamples.deliver())
          .expectRejection(EscrowRejection.ESCROW_NOT_FOUND);
    }
  }

  @Nested
  class Confirm {

    private final CommandFixture fixture = EscrowSamples.delivered();

    @Test
    void buyerConfirmsTheDelivery() {
      fixture
          .when(EscrowSamples.confirm())
          .expectEvents(new DeliveryConfirmed(EscrowSamples.ESCROW, BERT, NOW))
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.CONFIRMED));
    }

    @Test
    void rejectsAConfirmationByAnybodyButTheBuyer() {
      fixture
          .when(new ConfirmDelivery(EscrowSamples.ESCROW, ANNA, NOW))
          .expectRejection(EscrowRejection.ESCROW_NOT_YOURS);
    }

    @Test
    void rejectsASecondConfirmationBeforeAndAfterTheSettlement() {
      fixture
          .given(EscrowSamples.confirm())
          .when(EscrowSamples.confirm())
          .expectRejection(EscrowRejection.ESCROW_ALREADY_CONFIRMED);
      fixture
          .given(EscrowSamples.settle(NOW))
          .when(EscrowSamples.confirm())
          .expectRejection(EscrowRejection.ESCROW_ALREADY_CONFIRMED);
    }

    @Test
    void rejectsAConfirmationBeforeTheDelivery() {
      EscrowSamples.funded()
          .when(EscrowSamples.confirm())
          .expectRejection(EscrowRejection.ESCROW_NOT_DELIVERED);
    }

    @Test
    void rejectsAConfirmationAfterADispute() {
      fixture
          .given(EscrowSamples.dispute(BERT, NOW))
          .when(EscrowSamples.confirm())
          .expectRejection(EscrowRejection.ESCROW_DISPUTED);
      fixture
          .given(EscrowSamples.resolve(Ruling.RELEASE, null, null))
          .when(EscrowSamples.confirm())
          .expectRejection(EscrowRejection.ESCROW_FINISHED);
    }

    @Test
    void rejectsAConfirmationAfterTheSettlement() {
      fixture
          .given(EscrowSamples.settle(EscrowSamples.COMPLAIN_BY))
          .when(EscrowSamples.confirm())
          .expectRejection(EscrowRejection.ESCROW_FINISHED);
    }

    @Test
    void rejectsAConfirmationForAnUnknownEscrow() {
      EscrowSamples.players()
          .when(EscrowSamples.confirm())
          .expectRejection(EscrowRejection.ESCROW_NOT_FOUND);
    }
  }

  @Nested
  class Cancel {

    private final CommandFixture fixture = EscrowSamples.funded();

    @Test
    void firstCancellationIsARequest() {
      fixture
          .when(EscrowSamples.cancel(BERT))
          .expectEvents(new CancellationRequested(EscrowSamples.ESCROW, BERT, NOW))
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.FUNDED));
    }

    @Test
    void cancellationIsAgreedWhenTheOtherSideRequestsItToo() {
      fixture
          .given(EscrowSamples.deliver(), EscrowSamples.cancel(BERT))
          .when(EscrowSamples.cancel(ANNA))
          .expectEvents(
              new CancellationRequested(EscrowSamples.ESCROW, ANNA, NOW),
              new CancellationAgreed(EscrowSamples.ESCROW, NOW))
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.CANCELLATION_AGREED));
    }

    @Test
    void cancellationRequestSurvivesTheDelivery() {
      fixture
          .given(EscrowSamples.cancel(ANNA), EscrowSamples.deliver(), EscrowSamples.cancel(BERT))
          .when(EscrowSamples.confirm())
          .expectRejection(EscrowRejection.ESCROW_FINISHED);
    }

    @Test
    void rejectsASecondCancellationOfTheSameSide() {
      fixture
          .given(EscrowSamples.cancel(BERT))
          .when(EscrowSamples.cancel(BERT))
          .expectRejection(EscrowRejection.CANCELLATION_ALREADY_REQUESTED);
    }

    @Test
    void rejectsACancellationByAStranger() {
      fixture.when(EscrowSamples.cancel(CARA)).expectRejection(EscrowRejection.ESCROW_NOT_YOURS);
    }

    @Test
    void rejectsACancellationAfterTheConfirmation() {
      fixture
          .given(EscrowSamples.deliver(), EscrowSamples.confirm())
          .when(EscrowSamples.cancel(BERT))
          .expectRejection(EscrowRejection.ESCROW_ALREADY_CONFIRMED);
    }

    @Test
    void rejectsACancellationDuringADispute() {
      fixture
          .given(EscrowSamples.dispute(BERT, NOW))
          .when(EscrowSamples.cancel(BERT))
          .expectRejection(EscrowRejection.ESCROW_DISPUTED);
    }

    @Test
    void rejectsACancellationAfterTheSettlement() {
      fixture
          .given(EscrowSamples.settle(EscrowSamples.DELIVER_BY))
          .when(EscrowSamples.cancel(BERT))
          .expectRejection(EscrowRejection.ESCROW_FINISHED);
    }

    @Test
    void rejectsACancellationForAnUnknownEscrow() {
      EscrowSamples.players()
          .when(EscrowSamples.cancel(BERT))
          .expectRejection(EscrowRejection.ESCROW_NOT_FOUND);
    }
  }
}
