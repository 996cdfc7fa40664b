package io.playledger.api.market.query;

import io.playledger.api.PageOf;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeSide;
import io.playledger.api.market.TradeStatus;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A player's trades, newest first.
 *
 * @param side trades as buyer or as seller; none: both
 * @param status only trades with this status
 */
public record ListTrades(
    PlayerId player, @Nullable TradeSide side, @Nullable TradeStatus status, PageOf page)
    implements MarketQuery<TradePage> {

  @Override
  public Set<String> projections() {
    return Set.of("market");
  }
}
