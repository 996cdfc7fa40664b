package io.playledger.command.market;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.CARA;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.USD;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.listing;
import static io.playledger.command.Samples.text;
import static io.playledger.command.Samples.trade;

import io.playledger.api.ledger.Amount;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeStatus;
import io.playledger.api.market.command.AcceptOffer;
import io.playledger.api.market.command.DeclineOffer;
import io.playledger.api.market.command.MakeOffer;
import io.playledger.api.market.command.TradeReceipt;
import io.playledger.api.market.command.WithdrawListing;
import io.playledger.api.market.command.WithdrawOffer;
import io.playledger.api.market.event.ListingReserved;
import io.playledger.api.market.event.OfferAccepted;
import io.playledger.api.market.event.OfferDeclined;
import io.playledger.api.market.event.OfferMade;
import io.playledger.api.market.event.OfferWithdrawn;
import io.playledger.command.CommandFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OfferTest {

  private final CommandFixture fixture = new CommandFixture().given(MarketSamples.create());

  @Nested
  class Make {

    @Test
    void offerProposesATrade() {
      fixture
          .when(MarketSamples.offer())
          .expectEvents(
              new OfferMade(
                  MarketSamples.TRADE,
                  MarketSamples.LISTING,
                  BERT,
                  ANNA,
                  gold(90),
                  text(BERT),
                  NOW))
          .expectAnswer(new TradeReceipt(MarketSamples.TRADE, TradeStatus.OFFERED));
    }

    @Test
    void offerWithoutAPriceIsMadeAtThePriceOfTheListing() {
      fixture
          .when(MarketSamples.offer(MarketSamples.TRADE, BERT, null))
          .expectEvents(
              new OfferMade(
                  MarketSamples.TRADE,
                  MarketSamples.LISTING,
                  BERT,
                  ANNA,
                  gold(100),
                  text(BERT),
                  NOW));
    }

    @Test
    void rejectsAnOfferUnderATakenId() {
      fixture
          .given(MarketSamples.offer())
          .when(MarketSamples.offer())
          .expectRejection(MarketRejection.TRADE_ALREADY_EXISTS);
    }

    @Test
    void rejectsAnOfferOfZero() {
      fixture
          .when(MarketSamples.offer(MarketSamples.TRADE, BERT, gold(0)))
          .expectRejection(MarketRejection.PRICE_NOT_POSITIVE);
    }

    @Test
    void rejectsAnOfferInAnotherAssetThanTheListings() {
      fixture
          .when(MarketSamples.offer(MarketSamples.TRADE, BERT, new Amount(USD, 1)))
          .expectRejection(MarketRejection.PRICE_ASSET_MISMATCH);
    }

    @Test
    void rejectsAnOfferForTheOwnListing() {
      fixture
          .when(MarketSamples.offer(MarketSamples.TRADE, ANNA, gold(1)))
          .expectRejection(MarketRejection.TRADE_WITH_ONESELF);
    }

    @Test
    void rejectsAnOfferForAListingThatIsNotActive() {
      fixture
          .given(new WithdrawListing(MarketSamples.LISTING, ANNA, null, NOW))
          .when(MarketSamples.offer())
          .expectRejection(MarketRejection.LISTING_NOT_ACTIVE);
    }

    @Test
    void rejectsAnOfferForAnOverdueListing() {
      fixture
          .when(
              new MakeOffer(
                  MarketSamples.TRADE,
                  MarketSamples.LISTING,
                  BERT,
                  gold(1),
                  null,
                  MarketSamples.EXPIRES_AT))
          .expectRejection(MarketRejection.LISTING_NOT_ACTIVE);
    }

    @Test
    void rejectsAnOfferForAnUnknownListing() {
      fixture
          .when(new MakeOffer(MarketSamples.TRADE, listing(9), BERT, gold(1), null, NOW))
          .expectRejection(MarketRejection.LISTING_NOT_FOUND);
    }
  }

  @Nested
  class Accept {

    @Test
    void acceptanceReservesTheListingInTheSameAppend() {
      fixture
          .given(MarketSamples.offer())
          .when(MarketSamples.accept())
          .expectEvents(
              new OfferAccepted(
                  MarketSamples.TRADE,
                  MarketSamples.LISTING,
                  BERT,
                  ANNA,
                  gold(90),
                  MarketSamples.TERMS,
                  NOW),
              new ListingReserved(MarketSamples.LISTING, MarketSamples.TRADE, NOW))
          .expectAnswer(new TradeReceipt(MarketSamples.TRADE, TradeStatus.ACCEPTED));
    }

    @Test
    void rejectsAnAcceptanceByAnybodyButTheSeller() {
      fixture
          .given(MarketSamples.offer())
          .when(new AcceptOffer(MarketSamples.TRADE, BERT, MarketSamples.TERMS, NOW))
          .expectRejection(MarketRejection.TRADE_NOT_YOURS);
    }

    @Test
    void rejectsASecondAcceptance() {
      fixture
          .given(MarketSamples.offer(), MarketSamples.accept())
          .when(MarketSamples.accept())
          .expectRejection(MarketRejection.TRADE_NOT_OPEN);
    }

    @Test
    void rejectsASecondBuyerOfAReservedListing() {
      fixture
          .given(
              MarketSamples.offer(),
              MarketSamples.offer(trade(2), CARA, gold(95)),
              MarketSamples.accept())
          .when(MarketSamples.accept(trade(2)))
          .expectRejection(MarketRejection.LISTING_NOT_ACTIVE);
    }

    @Test
    void rejectsAnAcceptanceForAnOverdueListing() {
      fixture
          .given(MarketSamples.offer())
          .when(
              new AcceptOffer(
                  MarketSamples.TRADE, ANNA, MarketSamples.TERMS, MarketSamples.EXPIRES_AT))
          .expectRejection(MarketRejection.LISTING_NOT_ACTIVE);
    }

    @Test
    void rejectsTheAcceptanceOfAnUnknownTradeAndOfAListingsId() {
      fixture.when(MarketSamples.accept(trade(9))).expectRejection(MarketRejection.TRADE_NOT_FOUND);
      fixture
          .when(MarketSamples.accept(new TradeId(MarketSamples.LISTING.value())))
          .expectRejection(MarketRejection.TRADE_NOT_FOUND);
    }
  }

  @Nested
  class Decline {

    private final DeclineOffer command = new DeclineOffer(MarketSamples.TRADE, ANNA, NOW);

    @Test
    void sellerDeclinesTheOffer() {
      fixture
          .given(MarketSamples.offer())
          .when(command)
          .expectEvents(new OfferDeclined(MarketSamples.TRADE, NOW))
          .expectAnswer(new TradeReceipt(MarketSamples.TRADE, TradeStatus.DECLINED));
    }

    @Test
    void rejectsADeclineByAnybodyButTheSeller() {
      fixture
          .given(MarketSamples.offer())
          .when(new DeclineOffer(MarketSamples.TRADE, BERT, NOW))
          .expectRejection(MarketRejection.TRADE_NOT_YOURS);
    }

    @Test
    void rejectsTheDeclineOfAnOfferThatIsNotOpen() {
      fixture
          .given(MarketSamples.offer(), command)
          .when(command)
          .expectRejection(MarketRejection.TRADE_NOT_OPEN);
    }

    @Test
    void rejectsTheDeclineOfAnUnknownOffer() {
      fixture.when(command).expectRejection(MarketRejection.TRADE_NOT_FOUND);
    }
  }

  @Nested
  class Withdraw {

    private final WithdrawOffer command = new WithdrawOffer(MarketSamples.TRADE, BERT, NOW);

    @Test
    void buyerWithdrawsTheOffer() {
      fixture
          .given(MarketSamples.offer())
          .when(command)
          .expectEvents(new OfferWithdrawn(MarketSamples.TRADE, NOW))
          .expectAnswer(new TradeReceipt(MarketSamples.TRADE, TradeStatus.WITHDRAWN));
    }

    @Test
    void rejectsAWithdrawalByAnybodyButTheBuyer() {
      fixture
          .given(MarketSamples.offer())
          .when(new WithdrawOffer(MarketSamples.TRADE, ANNA, NOW))
          .expectRejection(MarketRejection.TRADE_NOT_YOURS);
    }

    @Test
    void rejectsTheWithdrawalOfAnAcceptedOffer() {
      fixture
          .given(MarketSamples.offer(), MarketSamples.accept())
          .when(command)
          .expectRejection(MarketRejection.TRADE_NOT_OPEN);
    }

    @Test
    void rejectsTheWithdrawalOfAnUnknownOffer() {
      fixture.when(command).expectRejection(MarketRejection.TRADE_NOT_FOUND);
    }
  }
}
