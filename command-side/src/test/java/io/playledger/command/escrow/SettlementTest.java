package io.playledger.command.escrow;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.credit;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.transaction;

import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.escrow.command.SettleEscrow;
import io.playledger.api.escrow.event.EscrowRefunded;
import io.playledger.api.escrow.event.EscrowReleased;
import io.playledger.api.escrow.event.EscrowSplit;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.event.WalletCredited;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeTerms;
import io.playledger.command.CommandFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SettlementTest {

  private static final AccountId POT = AccountId.escrow(EscrowSamples.ESCROW.value());
  private static final AccountId SELLER = AccountId.wallet(ANNA);
  private static final AccountId BUYER = AccountId.wallet(BERT);

  private static EscrowRefunded refunded(TradeOutcome outcome, Instant at) {
    return new EscrowRefunded(
        EscrowSamples.ESCROW,
        transaction(3),
        Postings.of(
            EscrowSamples.line(POT, -101, TransactionType.ESCROW_REFUND),
            EscrowSamples.line(BUYER, 101, TransactionType.ESCROW_REFUND)),
        outcome,
        at);
  }

  /** 2.5 % of 101 is 2.525: the fee is 2, the remainder stays with the seller. */
  private static EscrowReleased released(TradeOutcome outcome, Instant at) {
    return new EscrowReleased(
        EscrowSamples.ESCROW,
        transaction(3),
        Postings.of(
            EscrowSamples.line(POT, -101, TransactionType.ESCROW_RELEASE),
            EscrowSamples.line(SELLER, 99, TransactionType.ESCROW_RELEASE),
            EscrowSamples.line(AccountId.FEES, 2, TransactionType.TRADE_FEE)),
        outcome,
        2,
        at);
  }

  private static WalletCredited toSeller(long units, Instant at) {
    return new WalletCredited(ANNA, transaction(3), gold(units), units, at);
  }

  private static WalletCredited toBuyer(long units, Instant at) {
    return new WalletCredited(BERT, transaction(3), gold(units), units, at);
  }

  @Nested
  class PaysTheSeller {

    @Test
    void sellerIsPaidAfterTheConfirmation() {
      EscrowSamples.delivered()
          .given(EscrowSamples.confirm())
          .when(EscrowSamples.settle(NOW))
          .expectEvents(released(TradeOutcome.CONFIRMED, NOW), toSeller(99, NOW))
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.RELEASED));
    }

    @Test
    void sellerIsPaidAfterTheComplaintWindow() {
      Instant late = EscrowSamples.COMPLAIN_BY;
      EscrowSamples.delivered()
          .when(EscrowSamples.settle(late))
          .expectEvents(released(TradeOutcome.UNCONTESTED, late), toSeller(99, late));
    }

    @Test
    void sellerIsPaidAfterARulingToRelease() {
      EscrowSamples.disputed()
          .given(EscrowSamples.resolve(Ruling.RELEASE, null, null))
          .when(EscrowSamples.settle(NOW))
          .expectEvents(released(TradeOutcome.RULED_RELEASE, NOW), toSeller(99, NOW));
    }

    @Test
    void feeOfZeroHasNoPosting() {
      EscrowSamples.funded(terms(0))
          .given(EscrowSamples.deliver(), EscrowSamples.confirm())
          .when(EscrowSamples.settle(NOW))
          .expectEvents(
              new EscrowReleased(
                  EscrowSamples.ESCROW,
                  transaction(3),
                  Postings.of(
                      EscrowSamples.line(POT, -101, TransactionType.ESCROW_RELEASE),
                      EscrowSamples.line(SELLER, 101, TransactionType.ESCROW_RELEASE)),
                  TradeOutcome.CONFIRMED,
                  0,
                  NOW),
              toSeller(101, NOW));
    }

    @Test
    void feeOfOneHundredPercentLeavesTheSellerNothing() {
      EscrowSamples.funded(terms(TradeTerms.BASIS_POINTS))
          .given(EscrowSamples.deliver(), EscrowSamples.confirm())
          .when(EscrowSamples.settle(NOW))
          .expectEvents(
              new EscrowReleased(
                  EscrowSamples.ESCROW,
                  transaction(3),
                  Postings.of(
                      EscrowSamples.line(POT, -101, TransactionType.ESCROW_RELEASE),
                      EscrowSamples.line(AccountId.FEES, 101, TransactionType.TRADE_FEE)),
                  TradeOutcome.CONFIRMED,
                  101,
                  NOW));
    }

    private static TradeTerms terms(int feeBasisPoints) {
      return new TradeTerms(
          feeBasisPoints,
          Duration.ofHours(3),
          Duration.ofHours(2),
          Duration.ofHours(7),
          Ruling.REFUND);
    }
  }

  @Nested
  class RefundsTheBuyer {

    @Test
    void buyerIsRefundedWithoutADeliveryInTime() {
      Instant late = EscrowSamples.DELIVER_BY;
      EscrowSamples.funded()
          .when(EscrowSamples.settle(late))
          .expectEvents(refunded(TradeOutcome.NOT_DELIVERED, late), toBuyer(101, late))
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.REFUNDED));
    }

    @Test
    void buyerIsRefundedAfterBothSidesCancelled() {
      EscrowSamples.funded()
          .given(EscrowSamples.cancel(BERT), EscrowSamples.cancel(ANNA))
          .when(EscrowSamples.settle(NOW))
          .expectEvents(refunded(TradeOutcome.CANCELLED_BY_BOTH, NOW), toBuyer(101, NOW));
    }

    @Test
    void buyerIsRefundedAfterARulingToRefund() {
      EscrowSamples.disputed()
          .given(EscrowSamples.resolve(Ruling.REFUND, null, null))
          .when(EscrowSamples.settle(NOW))
          .expectEvents(refunded(TradeOutcome.RULED_REFUND, NOW), toBuyer(101, NOW));
    }
  }

  @Nested
  class Splits {

    @Test
    void feeOfASplitIsTakenFromTheSellersShareOnly() {
      EscrowSamples.disputed()
          .given(EscrowSamples.resolve(Ruling.SPLIT, 60L, 41L))
          .when(EscrowSamples.settle(NOW))
          .expectEvents(
              new EscrowSplit(
                  EscrowSamples.ESCROW,
                  transaction(3),
                  Postings.of(
                      EscrowSamples.line(POT, -60, TransactionType.ESCROW_RELEASE),
                      EscrowSamples.line(POT, -41, TransactionType.ESCROW_REFUND),
                      EscrowSamples.line(SELLER, 59, TransactionType.ESCROW_RELEASE),
                      EscrowSamples.line(AccountId.FEES, 1, TransactionType.TRADE_FEE),
                      EscrowSamples.line(BUYER, 41, TransactionType.ESCROW_REFUND)),
                  1,
                  NOW),
              toSeller(59, NOW),
              toBuyer(41, NOW))
          .expectAnswer(EscrowSamples.receipt(EscrowStatus.SPLIT));
    }

    @Test
    void shareOfZeroHasNoPosting() {
      EscrowSamples.disputed()
          .given(EscrowSamples.resolve(Ruling.SPLIT, 0L, 101L))
          .when(EscrowSamples.settle(NOW))
          .expectEvents(
              new EscrowSplit(
                  EscrowSamples.ESCROW,
                  transaction(3),
                  Postings.of(
                      EscrowSamples.line(POT, -101, TransactionType.ESCROW_REFUND),
                      EscrowSamples.line(BUYER, 101, TransactionType.ESCROW_REFUND)),
                  0,
                  NOW),
              toBuyer(101, NOW));
    }
  }

  @Nested
  class Rejects {

    @Test
    void settlementIsRejectedWithinTheDeliveryWindow() {
      EscrowSamples.funded()
          .when(EscrowSamples.settle(EscrowSamples.DELIVER_BY.minusNanos(1)))
          .expectRejection(EscrowRejection.ESCROW_NOT_SETTLEABLE);
    }

    @Test
    void settlementIsRejectedWithinTheComplaintWindow() {
      EscrowSamples.delivered()
          .when(EscrowSamples.settle(EscrowSamples.COMPLAIN_BY.minusNanos(1)))
          .expectRejection(EscrowRejection.ESCROW_NOT_SETTLEABLE);
    }

    @Test
    void settlementIsRejectedDuringADispute() {
      EscrowSamples.disputed()
          .when(EscrowSamples.settle(EscrowSamples.DECIDE_BY.plusSeconds(1)))
          .expectRejection(EscrowRejection.ESCROW_NOT_SETTLEABLE);
    }

    @Test
    void secondSettlementIsRejected() {
      for (CommandFixture settled :
          List.of(
              EscrowSamples.delivered().given(EscrowSamples.confirm()),
              EscrowSamples.funded().given(EscrowSamples.cancel(BERT), EscrowSamples.cancel(ANNA)),
              EscrowSamples.disputed().given(EscrowSamples.resolve(Ruling.SPLIT, 1L, 100L)))) {
        settled
            .given(EscrowSamples.settle(NOW))
            .when(new SettleEscrow(EscrowSamples.ESCROW, transaction(4), EscrowSamples.DECIDE_BY))
            .expectRejection(EscrowRejection.ESCROW_FINISHED);
      }
    }

    @Test
    void settlementThatOverflowsTheSellersBalanceIsRejected() {
      EscrowSamples.delivered()
          .given(EscrowSamples.confirm(), credit(9, ANNA, Long.MAX_VALUE))
          .when(EscrowSamples.settle(NOW))
          .expectRejection(LedgerRejection.AMOUNT_OUT_OF_RANGE);
    }

    @Test
    void settlementOfAnUnknownEscrowIsRejected() {
      EscrowSamples.players()
          .when(EscrowSamples.settle(NOW))
          .expectRejection(EscrowRejection.ESCROW_NOT_FOUND);
    }
  }
}
