package io.playledger.api.market;

/** One trade; the answer is null if there is none. */
public record FindTrade(TradeId trade) implements MarketQuery<TradeView> {}
