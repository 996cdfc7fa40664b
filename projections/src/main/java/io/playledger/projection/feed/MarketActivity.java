package io.playledger.projection.feed;

import io.playledger.api.market.ListingClosed;
import io.playledger.api.market.ListingCreated;
import io.playledger.api.market.ListingEdited;
import io.playledger.api.market.ListingExpired;
import io.playledger.api.market.ListingReopened;
import io.playledger.api.market.ListingReserved;
import io.playledger.api.market.ListingSold;
import io.playledger.api.market.ListingWithdrawn;
import io.playledger.api.market.MarketEvent;
import io.playledger.api.market.OfferAccepted;
import io.playledger.api.market.OfferDeclined;
import io.playledger.api.market.OfferMade;
import io.playledger.api.market.OfferWithdrawn;
import io.playledger.api.market.TradeCancelled;
import io.playledger.api.market.TradeCompleted;
import io.playledger.api.market.TradeReviewed;
import io.playledger.projection.Facts;
import java.util.List;

/** What a feed tells of the market's events: of listings to the seller, of trades to both sides. */
final class MarketActivity {

  private MarketActivity() {}

  static void add(MarketEvent event, long position, ActivityBatch batch) {
    Subject subject = subject(event);
    switch (event) {
      case ListingCreated e -> batch.concern(subject, List.of(e.seller()));
      case OfferMade e -> batch.concern(subject, List.of(e.buyer(), e.seller()));
      case ListingEdited _,
          ListingWithdrawn _,
          ListingExpired _,
          ListingReserved _,
          ListingReopened _,
          ListingSold _,
          ListingClosed _,
          OfferAccepted _,
          OfferDeclined _,
          OfferWithdrawn _,
          TradeCompleted _,
          TradeCancelled _,
          TradeReviewed _ -> {
        // the parties are known already
      }
    }
    batch.add(Happening.of(event, position, subject).with(facts(event)));
  }

  private static Subject subject(MarketEvent event) {
    return switch (event) {
      case ListingCreated e -> Subject.of(e.listing());
      case ListingEdited e -> Subject.of(e.listing());
      case ListingWithdrawn e -> Subject.of(e.listing());
      case ListingExpired e -> Subject.of(e.listing());
      case ListingReserved e -> Subject.of(e.listing());
      case ListingReopened e -> Subject.of(e.listing());
      case ListingSold e -> Subject.of(e.listing());
      case ListingClosed e -> Subject.of(e.listing());
      case OfferMade e -> Subject.of(e.trade());
      case OfferAccepted e -> Subject.of(e.trade());
      case OfferDeclined e -> Subject.of(e.trade());
      case OfferWithdrawn e -> Subject.of(e.trade());
      case TradeCompleted e -> Subject.of(e.trade());
      case TradeCancelled e -> Subject.of(e.trade());
      case TradeReviewed e -> Subject.of(e.trade());
    };
  }

  private static Facts facts(MarketEvent event) {
    return switch (event) {
      case ListingCreated e -> Facts.none().with("gameId", e.gameId()).with("price", e.price());
      case ListingEdited e -> Facts.none().with("price", e.price());
      case ListingReserved e -> Facts.none().with("trade", e.trade());
      case ListingReopened e -> Facts.none().with("trade", e.trade());
      case ListingSold e -> Facts.none().with("trade", e.trade());
      case ListingClosed e -> Facts.none().with("trade", e.trade());
      case OfferMade e ->
          Facts.none()
              .with("listing", e.listing())
              .with("buyer", e.buyer())
              .with("price", e.price());
      case OfferAccepted e -> Facts.none().with("listing", e.listing()).with("price", e.price());
      case TradeCompleted e -> Facts.none().with("outcome", e.outcome()).with("price", e.price());
      case TradeCancelled e -> Facts.none().with("outcome", e.outcome()).with("price", e.price());
      case TradeReviewed e ->
          Facts.none()
              .with("reviewer", e.reviewer())
              .with("reviewed", e.reviewed())
              .with("rating", e.rating());
      case ListingWithdrawn _, ListingExpired _, OfferDeclined _, OfferWithdrawn _ -> Facts.none();
    };
  }
}
