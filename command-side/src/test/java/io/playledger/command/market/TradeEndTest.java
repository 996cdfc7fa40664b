package io.playledger.command.market;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.CARA;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.text;
import static io.playledger.command.Samples.trade;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeStatus;
import io.playledger.api.market.command.FinishTrade;
import io.playledger.api.market.command.ReviewTrade;
import io.playledger.api.market.command.TradeReceipt;
import io.playledger.api.market.event.ListingClosed;
import io.playledger.api.market.event.ListingExpired;
import io.playledger.api.market.event.ListingReopened;
import io.playledger.api.market.event.ListingSold;
import io.playledger.api.market.event.TradeCancelled;
import io.playledger.api.market.event.TradeCompleted;
import io.playledger.api.market.event.TradeReviewed;
import io.playledger.api.reputation.ReputationAction;
import io.playledger.api.reputation.ReputationChanged;
import io.playledger.command.CommandFixture;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TradeEndTest {

  private final CommandFixture fixture =
      new CommandFixture()
          .given(MarketSamples.create(), MarketSamples.offer(), MarketSamples.accept());

  private static ReviewTrade review(PlayerId by, int rating) {
    return new ReviewTrade(MarketSamples.TRADE, by, rating, text(by), NOW);
  }

  private static TradeCompleted completed(TradeOutcome outcome) {
    return new TradeCompleted(
        MarketSamples.TRADE, MarketSamples.LISTING, BERT, ANNA, gold(90), outcome, NOW);
  }

  private static TradeCancelled cancelled(TradeOutcome outcome, Instant at) {
    return new TradeCancelled(
        MarketSamples.TRADE, MarketSamples.LISTING, BERT, ANNA, gold(90), outcome, at);
  }

  private static TradeReviewed reviewed(PlayerId by, PlayerId other, int rating) {
    return new TradeReviewed(MarketSamples.TRADE, by, other, rating, text(by), NOW);
  }

  @Nested
  class Finish {

    @ParameterizedTest
    @EnumSource(names = {"CONFIRMED", "UNCONTESTED", "RULED_RELEASE", "RULED_SPLIT"})
    void completionSellsTheListing(TradeOutcome outcome) {
      fixture
          .when(MarketSamples.finish(outcome))
          .expectEvents(
              completed(outcome), new ListingSold(MarketSamples.LISTING, MarketSamples.TRADE, NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED_BY_BOTH", "FUNDS_UNAVAILABLE"})
    void cancellationCanPutTheListingBackOnSale(TradeOutcome outcome) {
      fixture
          .when(MarketSamples.finish(outcome))
          .expectEvents(
              cancelled(outcome, NOW),
              new ListingReopened(MarketSamples.LISTING, MarketSamples.TRADE, NOW));
      fixture.given(MarketSamples.offer(trade(2), CARA, gold(1)));
    }

    @Test
    void overdueListingExpiresInTheAppendThatReopensIt() {
      Instant late = MarketSamples.EXPIRES_AT;
      fixture
          .when(new FinishTrade(MarketSamples.TRADE, TradeOutcome.CANCELLED_BY_BOTH, late))
          .expectEvents(
              cancelled(TradeOutcome.CANCELLED_BY_BOTH, late),
              new ListingReopened(MarketSamples.LISTING, MarketSamples.TRADE, late),
              new ListingExpired(MarketSamples.LISTING, late));
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_DELIVERED", "RULED_REFUND"})
    void cancellationCanCloseTheListing(TradeOutcome outcome) {
      fixture
          .when(MarketSamples.finish(outcome))
          .expectEvents(
              cancelled(outcome, NOW),
              new ListingClosed(MarketSamples.LISTING, MarketSamples.TRADE, NOW));
    }

    @Test
    void rejectsFinishingATradeTwice() {
      fixture
          .given(MarketSamples.finish(TradeOutcome.CONFIRMED))
          .when(MarketSamples.finish(TradeOutcome.NOT_DELIVERED))
          .expectRejection(MarketRejection.TRADE_ALREADY_FINISHED);
    }

    @Test
    void rejectsFinishingATradeThatWasNotAccepted() {
      new CommandFixture()
          .given(MarketSamples.create(), MarketSamples.offer())
          .when(MarketSamples.finish(TradeOutcome.CONFIRMED))
          .expectRejection(MarketRejection.TRADE_NOT_ACCEPTED);
    }

    @Test
    void rejectsFinishingAnUnknownTrade() {
      fixture
          .when(new FinishTrade(trade(9), TradeOutcome.CONFIRMED, NOW))
          .expectRejection(MarketRejection.TRADE_NOT_FOUND);
    }
  }

  @Nested
  class Review {

    @Test
    void reviewChangesTheReputationOfTheOtherSideInTheSameAppend() {
      fixture
          .given(MarketSamples.finish(TradeOutcome.CONFIRMED))
          .when(review(BERT, 5))
          .expectEvents(
              reviewed(BERT, ANNA, 5),
              new ReputationChanged(
                  ANNA,
                  ReputationAction.TRADE_REVIEWED,
                  4,
                  4,
                  1,
                  MarketSamples.TRADE.toString(),
                  null,
                  NOW))
          .expectAnswer(new TradeReceipt(MarketSamples.TRADE, TradeStatus.COMPLETED));
    }

    @Test
    void sellerReviewsTheBuyer() {
      fixture
          .given(MarketSamples.finish(TradeOutcome.CONFIRMED), review(BERT, 5))
          .when(review(ANNA, 1))
          .expectEvents(
              reviewed(ANNA, BERT, 1),
              new ReputationChanged(
                  BERT,
                  ReputationAction.TRADE_REVIEWED,
                  -4,
                  -4,
                  1,
                  MarketSamples.TRADE.toString(),
                  null,
                  NOW));
    }

    @Test
    void reviewWithThreeStarsChangesNoReputation() {
      fixture
          .given(MarketSamples.finish(TradeOutcome.CONFIRMED))
          .when(review(BERT, 3))
          .expectEvents(reviewed(BERT, ANNA, 3));
    }

    @Test
    void rejectsRatingsOutOfRange() {
      for (int rating : new int[] {0, 6, -1, Integer.MAX_VALUE}) {
        fixture.when(review(BERT, rating)).expectRejection(MarketRejection.RATING_OUT_OF_RANGE);
      }
    }

    @Test
    void rejectsAReviewByAStranger() {
      fixture
          .given(MarketSamples.finish(TradeOutcome.CONFIRMED))
          .when(review(CARA, 5))
          .expectRejection(MarketRejection.TRADE_NOT_YOURS);
    }

    @Test
    void rejectsASecondReviewOfTheSameSide() {
      fixture
          .given(MarketSamples.finish(TradeOutcome.CONFIRMED), review(BERT, 5), review(ANNA, 5))
          .when(review(BERT, 1))
          .expectRejection(MarketRejection.TRADE_ALREADY_REVIEWED);
      fixture.when(review(ANNA, 1)).expectRejection(MarketRejection.TRADE_ALREADY_REVIEWED);
    }

    @Test
    void rejectsAReviewOfATradeThatHasNotFinished() {
      fixture.when(review(BERT, 5)).expectRejection(MarketRejection.TRADE_NOT_FINISHED);
    }

    @Test
    void rejectsAReviewOfACancelledTrade() {
      fixture
          .given(MarketSamples.finish(TradeOutcome.NOT_DELIVERED))
          .when(review(BERT, 1))
          .expectRejection(MarketRejection.TRADE_NOT_REVIEWABLE);
    }

    @Test
    void rejectsAReviewOfAnUnknownTrade() {
      fixture
          .when(new ReviewTrade(trade(9), BERT, 5, null, NOW))
          .expectRejection(MarketRejection.TRADE_NOT_FOUND);
    }
  }
}
