package io.playledger.api.market.query;

import io.playledger.api.PageView;
import java.util.List;

/** Trades, newest first. */
public record TradePage(List<TradeView> items, String nextCursor) implements PageView<TradeView> {}
