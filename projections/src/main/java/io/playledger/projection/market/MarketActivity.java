package io.playledger.projection.market;

import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.event.ListingClosed;
import io.playledger.api.market.event.ListingCreated;
import io.playledger.api.market.event.ListingEdited;
import io.playledger.api.market.event.ListingExpired;
import io.playledger.api.market.event.ListingReopened;
import io.playledger.api.market.event.ListingReserved;
import io.playledger.api.market.event.ListingSold;
import io.playledger.api.market.event.ListingWithdrawn;
import io.playledger.api.market.event.MarketEvent;
import io.playledger.api.market.event.OfferAccepted;
import io.playledger.api.market.event.OfferDeclined;
import io.playledger.api.market.event.OfferMade;
import io.playledger.api.market.event.OfferWithdrawn;
import io.playledger.api.market.event.TradeCancelled;
import io.playledger.api.market.event.TradeCompleted;
import io.playledger.api.market.event.TradeReviewed;
import io.playledger.projection.Facts;
import io.playledger.projection.FeedEntries;
import io.playledger.projection.Happening;

/** Feed entries about the market: listings for the seller, trades for both sides. */
public final class MarketActivity implements FeedEntries<MarketEvent> {

  @Override
  public Happening of(MarketEvent event) {
    return switch (event) {
      case ListingCreated e ->
          ofListing(e.listing(), Facts.none().with("gameId", e.gameId()).with("price", e.price()))
              .concerning(e.seller());
      case ListingEdited e -> ofListing(e.listing(), Facts.none().with("price", e.price()));
      case ListingWithdrawn e -> ofListing(e.listing(), Facts.none());
      case ListingExpired e -> ofListing(e.listing(), Facts.none());
      case ListingReserved e -> ofListing(e.listing(), Facts.none().with("trade", e.trade()));
      case ListingReopened e -> ofListing(e.listing(), Facts.none().with("trade", e.trade()));
      case ListingSold e -> ofListing(e.listing(), Facts.none().with("trade", e.trade()));
      case ListingClosed e -> ofListing(e.listing(), Facts.none().with("trade", e.trade()));
      case OfferMade e ->
          ofTrade(
                  e.trade(),
                  Facts.none()
                      .with("listing", e.listing())
                      .with("buyer", e.buyer())
                      .with("price", e.price()))
              .concerning(e.buyer(), e.seller());
      case OfferAccepted e ->
          ofTrade(e.trade(), Facts.none().with("listing", e.listing()).with("price", e.price()));
      case OfferDeclined e -> ofTrade(e.trade(), Facts.none());
      case OfferWithdrawn e -> ofTrade(e.trade(), Facts.none());
      case TradeCompleted e ->
          ofTrade(e.trade(), Facts.none().with("outcome", e.outcome()).with("price", e.price()));
      case TradeCancelled e ->
          ofTrade(e.trade(), Facts.none().with("outcome", e.outcome()).with("price", e.price()));
      case TradeReviewed e ->
          ofTrade(
              e.trade(),
              Facts.none()
                  .with("reviewer", e.reviewer())
                  .with("reviewed", e.reviewed())
                  .with("rating", e.rating()));
    };
  }

  private static Happening ofListing(ListingId listing, Facts facts) {
    return Happening.about("listing", listing, facts);
  }

  private static Happening ofTrade(TradeId trade, Facts facts) {
    return Happening.about("trade", trade, facts);
  }
}
