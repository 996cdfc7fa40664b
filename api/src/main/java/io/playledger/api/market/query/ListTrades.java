package io.playledger.api.market.query;

import io.playledger.api.PageOf;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeSide;
import io.playledger.api.market.TradeStatus;
import java.util.Set;

/**
 * A player's trades, newest first.
 *
 * @param side trades as buyer or as seller; null for both
 * @param status only trades with this status; null for all
 */
public record ListTrades(PlayerId player, TradeSide side, TradeStatus status, PageOf page)
    implements MarketQuery<TradePage> {

  @Override
  public Set<String> projections() {
    return Set.of("market");
  }
}
