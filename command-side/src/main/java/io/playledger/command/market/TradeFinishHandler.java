package io.playledger.command.market;

import io.playledger.api.market.command.FinishTrade;
import io.playledger.command.aggregate.Aggregates;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Ends an accepted trade and its listing's reservation in one append. */
public final class TradeFinishHandler {

  private final Aggregates<Trade> trades;
  private final Aggregates<Listing> listings;

  public TradeFinishHandler(Repository<Trade> trades, Repository<Listing> listings) {
    this.trades = Trade.in(trades);
    this.listings = Listing.in(listings);
  }

  @CommandHandler
  void handle(FinishTrade command) {
    Aggregate<Trade> trade = trades.existing(command.trade().aggregateId());
    trade.execute(Trade::checkFinish);
    Aggregate<Listing> listing = listings.existing(trade.invoke(Trade::listing).aggregateId());

    trade.execute(root -> root.finish(command.outcome(), command.at()));
    listing.execute(root -> root.finish(command.trade(), command.outcome(), command.at()));
  }
}
