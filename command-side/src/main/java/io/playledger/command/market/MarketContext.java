package io.playledger.command.market;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.Context;
import io.playledger.command.reputation.PlayerReputation;
import java.util.List;

/** The market's part of the command side. */
public final class MarketContext {

  private MarketContext() {}

  public static Context context() {
    return new Context(
        "market",
        List.of(AggregateType.of(Listing.class), AggregateType.of(Trade.class)),
        List.of(
            stores -> new OfferHandler(stores.of(Trade.class), stores.of(Listing.class)),
            stores -> new OfferAcceptanceHandler(stores.of(Trade.class), stores.of(Listing.class)),
            stores -> new TradeFinishHandler(stores.of(Trade.class), stores.of(Listing.class)),
            stores ->
                new TradeReviewHandler(stores.of(Trade.class), stores.of(PlayerReputation.class))));
  }
}
