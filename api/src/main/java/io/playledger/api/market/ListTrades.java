package io.playledger.api.market;

import io.playledger.api.identity.PlayerId;

/**
 * A player's trades, newest first.
 *
 * @param side as buyer or seller; null for both
 * @param status only this one; null for all
 */
public record ListTrades(
    PlayerId player, TradeSide side, TradeStatus status, String cursor, int limit)
    implements MarketQuery<TradePage> {}
