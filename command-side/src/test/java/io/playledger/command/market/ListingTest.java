package io.playledger.command.market;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.text;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.command.CreateListing;
import io.playledger.api.market.command.EditListing;
import io.playledger.api.market.command.ExpireListing;
import io.playledger.api.market.command.ListingReceipt;
import io.playledger.api.market.command.WithdrawListing;
import io.playledger.api.market.event.ListingCreated;
import io.playledger.api.market.event.ListingEdited;
import io.playledger.api.market.event.ListingExpired;
import io.playledger.api.market.event.ListingWithdrawn;
import io.playledger.command.CommandFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ListingTest {

  private final CommandFixture fixture = new CommandFixture();

  private static EditListing edit(PlayerId by, long price, Long expectedVersion, Instant at) {
    return new EditListing(
        MarketSamples.LISTING, by, text(by), null, true, gold(price), expectedVersion, at);
  }

  private static WithdrawListing withdraw(PlayerId by, Long expectedVersion) {
    return new WithdrawListing(MarketSamples.LISTING, by, expectedVersion, NOW);
  }

  private static ExpireListing expire(Instant at) {
    return new ExpireListing(MarketSamples.LISTING, at);
  }

  @Nested
  class Create {

    @Test
    void listingPutsAnItemOnSale() {
      fixture
          .when(MarketSamples.create())
          .expectEvents(
              new ListingCreated(
                  MarketSamples.LISTING,
                  ANNA,
                  "minecraft",
                  text(ANNA),
                  text(ANNA),
                  gold(100),
                  MarketSamples.EXPIRES_AT,
                  NOW))
          .expectAnswer(new ListingReceipt(MarketSamples.LISTING, 1));
    }

    @Test
    void rejectsAListingUnderATakenId() {
      fixture
          .given(MarketSamples.create())
          .when(MarketSamples.create())
          .expectRejection(MarketRejection.LISTING_ALREADY_EXISTS);
    }

    @Test
    void rejectsAPriceOfZeroOrLess() {
      for (long price : new long[] {0, -1, Long.MIN_VALUE}) {
        fixture
            .when(MarketSamples.create(price, MarketSamples.EXPIRES_AT))
            .expectRejection(MarketRejection.PRICE_NOT_POSITIVE);
      }
    }

    @Test
    void rejectsAnExpiryInThePastOrTooFarAhead() {
      Instant latest = NOW.plus(Duration.ofDays(CreateListing.EXPIRY_DAYS_MAX));
      for (Instant end : List.of(NOW.minusSeconds(1), NOW, latest.plusNanos(1))) {
        fixture
            .when(MarketSamples.create(1, end))
            .expectRejection(MarketRejection.LISTING_EXPIRY_OUT_OF_RANGE);
      }
      fixture.given(MarketSamples.create(1, latest));
    }
  }

  @Nested
  class Edit {

    @Test
    void editReplacesTheContentAndIncrementsTheVersion() {
      fixture
          .given(MarketSamples.create(), edit(ANNA, 110, 1L, NOW))
          .when(edit(ANNA, 120, null, NOW))
          .expectEvents(
              new ListingEdited(MarketSamples.LISTING, text(ANNA), null, gold(120), 3, NOW))
          .expectAnswer(new ListingReceipt(MarketSamples.LISTING, 3));
    }

    @Test
    void editKeepsWhatItDoesNotChange() {
      fixture
          .given(MarketSamples.create())
          .when(new EditListing(MarketSamples.LISTING, ANNA, null, null, false, gold(120), 1L, NOW))
          .expectEvents(
              new ListingEdited(MarketSamples.LISTING, text(ANNA), text(ANNA), gold(120), 2, NOW));
      fixture
          .when(
              new EditListing(
                  MarketSamples.LISTING, ANNA, null, text(BERT), false, null, null, NOW))
          .expectEvents(
              new ListingEdited(MarketSamples.LISTING, text(ANNA), text(BERT), gold(120), 3, NOW));
      fixture
          .when(new EditListing(MarketSamples.LISTING, ANNA, text(BERT), null, true, null, 3L, NOW))
          .expectEvents(
              new ListingEdited(MarketSamples.LISTING, text(BERT), null, gold(120), 4, NOW));
    }

    @Test
    void rejectsAnEditByAnybodyButTheSeller() {
      fixture
          .given(MarketSamples.create())
          .when(edit(BERT, 1, null, NOW))
          .expectRejection(MarketRejection.LISTING_NOT_YOURS);
    }

    @Test
    void rejectsAnEditOfAStaleVersion() {
      fixture
          .given(MarketSamples.create(), edit(ANNA, 110, null, NOW))
          .when(edit(ANNA, 120, 1L, NOW))
          .expectRejection(MarketRejection.LISTING_STALE);
    }

    @Test
    void rejectsAnEditToAPriceOfZero() {
      fixture
          .given(MarketSamples.create())
          .when(edit(ANNA, 0, null, NOW))
          .expectRejection(MarketRejection.PRICE_NOT_POSITIVE);
    }

    @Test
    void rejectsAnEditOfAListingThatIsNotActive() {
      fixture
          .given(MarketSamples.create(), MarketSamples.offer(), MarketSamples.accept())
          .when(edit(ANNA, 1, null, NOW))
          .expectRejection(MarketRejection.LISTING_NOT_ACTIVE);
    }

    @Test
    void rejectsAnEditOfAnOverdueListing() {
      fixture
          .given(MarketSamples.create())
          .when(edit(ANNA, 1, null, MarketSamples.EXPIRES_AT))
          .expectRejection(MarketRejection.LISTING_NOT_ACTIVE);
    }

    @Test
    void rejectsAnEditOfAnUnknownListing() {
      fixture.when(edit(ANNA, 1, null, NOW)).expectRejection(MarketRejection.LISTING_NOT_FOUND);
    }
  }

  @Nested
  class Withdraw {

    @Test
    void sellerWithdrawsTheListing() {
      fixture
          .given(MarketSamples.create())
          .when(withdraw(ANNA, 1L))
          .expectEvents(new ListingWithdrawn(MarketSamples.LISTING, NOW));
    }

    @Test
    void rejectsAWithdrawalByAnybodyButTheSeller() {
      fixture
          .given(MarketSamples.create())
          .when(withdraw(BERT, null))
          .expectRejection(MarketRejection.LISTING_NOT_YOURS);
    }

    @Test
    void rejectsAWithdrawalOfAStaleVersion() {
      fixture
          .given(MarketSamples.create())
          .when(withdraw(ANNA, 2L))
          .expectRejection(MarketRejection.LISTING_STALE);
    }

    @Test
    void rejectsASecondWithdrawal() {
      fixture
          .given(MarketSamples.create(), withdraw(ANNA, null))
          .when(withdraw(ANNA, null))
          .expectRejection(MarketRejection.LISTING_NOT_ACTIVE);
    }

    @Test
    void rejectsTheWithdrawalOfAnUnknownListing() {
      fixture.when(withdraw(ANNA, null)).expectRejection(MarketRejection.LISTING_NOT_FOUND);
    }
  }

  @Nested
  class Expire {

    @Test
    void listingExpiresAfterItsTime() {
      fixture
          .given(MarketSamples.create())
          .when(expire(MarketSamples.EXPIRES_AT))
          .expectEvents(new ListingExpired(MarketSamples.LISTING, MarketSamples.EXPIRES_AT));
    }

    @Test
    void rejectsTheExpiryOfAListingBeforeItsTime() {
      fixture
          .given(MarketSamples.create())
          .when(expire(MarketSamples.EXPIRES_AT.minusNanos(1)))
          .expectRejection(MarketRejection.LISTING_NOT_EXPIRED);
    }

    @Test
    void rejectsTheExpiryOfAReservedListing() {
      fixture
          .given(MarketSamples.create(), MarketSamples.offer(), MarketSamples.accept())
          .when(expire(MarketSamples.EXPIRES_AT))
          .expectRejection(MarketRejection.LISTING_NOT_ACTIVE);
    }

    @Test
    void rejectsTheExpiryOfAnUnknownListing() {
      fixture
          .when(expire(MarketSamples.EXPIRES_AT))
          .expectRejection(MarketRejection.LISTING_NOT_FOUND);
    }
  }
}
