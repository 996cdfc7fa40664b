package io.playledger.projection.market;

import io.playledger.api.escrow.event.DisputeOpened;
import io.playledger.api.escrow.event.FundsPlacedInEscrow;
import io.playledger.api.escrow.event.ItemDelivered;
import io.playledger.api.identity.PlayerErased;
import io.playledger.api.market.ListingStatus;
import io.playledger.api.market.TradeStatus;
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
import io.playledger.projection.ProjectionTools;
import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;

/** Projects listings, trades with the status of their escrow, and reviews. */
@Projection(
    name = "market",
    tables = {"listing", "trade", "review", "erased_seller"})
public final class MarketProjection implements BatchFlush {

  private final DSLContext sql;
  private final BatchState<ListingTable> listingsOfBatch;
  private final BatchState<TradeTable> tradesOfBatch = new BatchState<>(TradeTable::new);

  public MarketProjection(ProjectionTools tools) {
    this.sql = tools.sql();
    this.listingsOfBatch = new BatchState<>(() -> new ListingTable(tools.texts()));
  }

  @EventHandler
  void on(MarketEvent event, @LogPosition long position) {
    ListingTable listings = listingsOfBatch.get();
    TradeTable trades = tradesOfBatch.get();
    switch (event) {
      case ListingCreated e -> listings.create(e, position);
      case ListingEdited e -> listings.edit(e);
      case ListingWithdrawn e -> listings.turn(e.listing(), ListingStatus.WITHDRAWN, e.at());
      case ListingExpired e -> listings.turn(e.listing(), ListingStatus.EXPIRED, e.at());
      case ListingReserved e -> listings.turn(e.listing(), ListingStatus.RESERVED, e.at());
      case ListingReopened e -> listings.turn(e.listing(), ListingStatus.ACTIVE, e.at());
      case ListingSold e -> listings.turn(e.listing(), ListingStatus.SOLD, e.at());
      case ListingClosed e -> listings.turn(e.listing(), ListingStatus.CLOSED, e.at());
      case OfferMade e -> trades.offer(e, position);
      case OfferAccepted e -> trades.accept(e);
      case OfferDeclined e -> trades.finish(e.trade(), TradeStatus.DECLINED, null, e.at());
      case OfferWithdrawn e -> trades.finish(e.trade(), TradeStatus.WITHDRAWN, null, e.at());
      case TradeCompleted e -> trades.finish(e.trade(), TradeStatus.COMPLETED, e.outcome(), e.at());
      case TradeCancelled e -> trades.finish(e.trade(), TradeStatus.CANCELLED, e.outcome(), e.at());
      case TradeReviewed e -> trades.review(e, position);
    }
  }

  @EventHandler
  void on(PlayerErased event) {
    listingsOfBatch.get().erase(event.player());
  }

  @EventHandler
  void on(FundsPlacedInEscrow event) {
    tradesOfBatch.get().turn(event.escrow(), TradeStatus.FUNDED);
  }

  @EventHandler
  void on(ItemDelivered event) {
    tradesOfBatch.get().turn(event.escrow(), TradeStatus.DELIVERED);
  }

  @EventHandler
  void on(DisputeOpened event) {
    tradesOfBatch.get().turn(event.escrow(), TradeStatus.DISPUTED);
  }

  @Override
  public void flushBatch() {
    listingsOfBatch.get().writeTo(sql);
    tradesOfBatch.get().writeTo(sql);
  }
}
