package io.playledger.api.market;

/** A trade and where it stands after the command. */
public record TradeReceipt(TradeId trade, TradeStatus status) {}
