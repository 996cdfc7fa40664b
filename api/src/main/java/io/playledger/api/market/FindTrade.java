package io.playledger.api.market;

/** One trade; the answer is null where there is none. */
public record FindTrade(TradeId trade) implements MarketQuery<TradeView> {}
