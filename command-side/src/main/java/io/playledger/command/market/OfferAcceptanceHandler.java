package io.playledger.command.market;

import io.playledger.api.market.command.AcceptOffer;
import io.playledger.api.market.command.TradeReceipt;
import io.playledger.command.aggregate.Aggregates;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Accepts an offer and reserves its listing in one append. */
public final class OfferAcceptanceHandler {

  private final Aggregates<Trade> trades;
  private final Aggregates<Listing> listings;

  public OfferAcceptanceHandler(Repository<Trade> trades, Repository<Listing> listings) {
    this.trades = Trade.in(trades);
    this.listings = Listing.in(listings);
  }

  @CommandHandler
  TradeReceipt handle(AcceptOffer command) {
    Aggregate<Trade> trade = trades.existing(command.trade().aggregateId());
    trade.execute(root -> root.checkAcceptance(command.by()));
    Aggregate<Listing> listing = listings.existing(trade.invoke(Trade::listing).aggregateId());
    listing.execute(root -> root.requireActive(command.at()));

    TradeReceipt receipt = trade.invoke(root -> root.accept(command));
    listing.execute(root -> root.reserve(command.trade(), command.at()));
    return receipt;
  }
}
