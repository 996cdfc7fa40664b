package io.playledger.api.market.query;

import io.playledger.api.PageView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trades, newest first. */
public record TradePage(List<TradeView> items, @Nullable String nextCursor)
    implements PageView<TradeView> {}
