package io.playledger.api.market;

import io.playledger.api.Query;

/** One trade; the answer is null where there is none. */
public record FindTrade(TradeId trade) implements Query<TradeView> {
  @Override
  public Class<TradeView> answerType() {
    return TradeView.class;
  }

  @Override
  public String projection() {
    return "market";
  }
}
