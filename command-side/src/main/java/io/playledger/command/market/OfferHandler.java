package io.playledger.command.market;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.command.MakeOffer;
import io.playledger.api.market.command.TradeReceipt;
import io.playledger.command.aggregate.Aggregates;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Opens a trade on a listing that accepts offers. */
public final class OfferHandler {

  private final Aggregates<Trade> trades;
  private final Aggregates<Listing> listings;

  public OfferHandler(Repository<Trade> trades, Repository<Listing> listings) {
    this.trades = Trade.in(trades);
    this.listings = Listing.in(listings);
  }

  @CommandHandler
  TradeReceipt handle(MakeOffer command) {
    if (command.price() != null) {
      MarketRules.positivePrice(command.price());
    }
    Aggregate<Trade> trade = trades.fresh(command.trade().aggregateId());
    Aggregate<Listing> listing = listings.existing(command.listing().aggregateId());
    Amount price = command.price() == null ? listing.invoke(Listing::price) : command.price();
    listing.execute(root -> root.checkOffer(command.buyer(), price.asset(), command.at()));
    PlayerId seller = listing.invoke(Listing::seller);
    return trade.invoke(root -> root.offer(command, seller, price));
  }
}
