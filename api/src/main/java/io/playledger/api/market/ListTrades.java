package io.playledger.api.market;

import io.playledger.api.identity.PlayerId;

/**
 * A player's trades, newest first.
 *
 * @param side trades as buyer or as seller; null for both
 * @param status only trades with this status; null for all
 */
public record ListTrades(
    PlayerId player, TradeSide side, TradeStatus status, String cursor, int limit)
    implements MarketQuery<TradePage> {}
