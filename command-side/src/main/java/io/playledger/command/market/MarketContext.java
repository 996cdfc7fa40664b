package io.playledger.command.market;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.CommandContext;
import io.playledger.command.aggregate.Repositories;
import io.playledger.command.reputation.PlayerReputation;
import java.util.List;
import java.util.function.Function;

/** The market's part of the command side. */
public final class MarketContext implements CommandContext {

  @Override
  public List<AggregateType<?>> aggregates() {
    return List.of(AggregateType.of(Listing.class), AggregateType.of(Trade.class));
  }

  @Override
  public List<Function<Repositories, Object>> handlers() {
    return List.of(
        stores -> new OfferHandler(stores.of(Trade.class), stores.of(Listing.class)),
        stores -> new OfferAcceptanceHandler(stores.of(Trade.class), stores.of(Listing.class)),
        stores -> new TradeFinishHandler(stores.of(Trade.class), stores.of(Listing.class)),
        stores ->
            new TradeReviewHandler(stores.of(Trade.class), stores.of(PlayerReputation.class)));
  }
}
