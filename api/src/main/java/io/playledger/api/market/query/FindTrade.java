package io.playledger.api.market.query;

import io.playledger.api.market.TradeId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One trade. */
public record FindTrade(TradeId trade) implements MarketQuery<@Nullable TradeView> {

  @Override
  public Set<String> projections() {
    return Set.of("market");
  }
}
