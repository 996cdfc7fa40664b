package io.playledger.api.market.query;

import io.playledger.api.market.TradeId;
import java.util.Set;

/** One trade; the answer is null if there is none. */
public record FindTrade(TradeId trade) implements MarketQuery<TradeView> {

  @Override
  public Set<String> projections() {
    return Set.of("market");
  }
}
