package io.playledger.saga.market;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.command.ExpireListing;
import io.playledger.api.market.event.ListingClosed;
import io.playledger.api.market.event.ListingCreated;
import io.playledger.api.market.event.ListingExpired;
import io.playledger.api.market.event.ListingReopened;
import io.playledger.api.market.event.ListingReserved;
import io.playledger.api.market.event.ListingSold;
import io.playledger.api.market.event.ListingWithdrawn;
import io.playledger.runtime.saga.SagaStep;
import io.playledger.saga.SagaFixture;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListingExpirySagaTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant EXPIRES_AT = NOW.plusSeconds(60);
  private static final ListingId LISTING = new ListingId(new UUID(1, 1));
  private static final TradeId TRADE = new TradeId(new UUID(1, 3));
  private static final PlayerId SELLER = new PlayerId(new UUID(1, 2));
  private static final ListingCreated CREATED =
      new ListingCreated(
          LISTING,
          SELLER,
          "minecraft",
          new PersonalText(SELLER.value(), "key-1", "Y2lwaGVy"),
          null,
          new Amount(new AssetCode("GOLD"), 5),
          EXPIRES_AT,
          NOW);
  private static final ListingReserved RESERVED = new ListingReserved(LISTING, TRADE, NOW);
  private static final ListingReopened REOPENED = new ListingReopened(LISTING, TRADE, NOW);

  private final SagaFixture fixture = new SagaFixture(ListingExpirySaga.class, NOW);

  private static SagaStep step(String name) {
    return new SagaStep("listing-expiry", LISTING.toString(), name);
  }

  @Test
  void sagaWaitsForTheExpiryOfTheListing() {
    fixture
        .when(CREATED)
        .expectActive()
        .expectNoCommand()
        .expectDeadline(EXPIRES_AT, new ListingExpiryDue(LISTING, EXPIRES_AT));
  }

  @Test
  void sagaExpiresTheListingAtItsTime() {
    fixture
        .given(CREATED)
        .whenTimeAdvancesTo(EXPIRES_AT)
        .expectActive()
        .expectCommand(step("expire"), new ExpireListing(LISTING, EXPIRES_AT));
  }

  @Test
  void sagaDoesNotExpireAReservedListing() {
    fixture
        .given(CREATED, RESERVED)
        .whenTimeAdvancesTo(EXPIRES_AT)
        .expectNoDeadline()
        .expectNoCommand();
  }

  @Test
  void sagaWaitsAgainForAReopenedListingAsANewStep() {
    fixture
        .given(CREATED, RESERVED, REOPENED)
        .whenTimeAdvancesTo(EXPIRES_AT)
        .expectCommand(step("expire-after-" + TRADE), new ExpireListing(LISTING, EXPIRES_AT));
  }

  @Test
  void sagaIgnoresThatTheListingHasJustBeenReserved() {
    fixture.commands().refuse("expire", MarketRejection.LISTING_NOT_ACTIVE);

    fixture.given(CREATED).whenTimeAdvancesTo(EXPIRES_AT).expectActive();
  }

  @Test
  void sagaDoesNotIgnoreAnUnexpectedRejection() {
    fixture.commands().refuse("expire", MarketRejection.LISTING_NOT_EXPIRED);

    fixture.given(CREATED);
    assertThatThrownBy(() -> fixture.whenTimeAdvancesTo(EXPIRES_AT).expectActive())
        .hasStackTraceContaining("LISTING_NOT_EXPIRED");
  }

  @Test
  void sagaEndsWithTheListingAndLeavesNoDeadline() {
    for (Object end :
        List.of(
            new ListingSold(LISTING, TRADE, NOW),
            new ListingClosed(LISTING, TRADE, NOW),
            new ListingWithdrawn(LISTING, NOW),
            new ListingExpired(LISTING, EXPIRES_AT))) {
      new SagaFixture(ListingExpirySaga.class, NOW)
          .given(CREATED)
          .when(end)
          .expectEnded()
          .expectNoDeadline();
    }
  }
}
