package io.playledger.api.market;

/** A trade and its status after the command. */
public record TradeReceipt(TradeId trade, TradeStatus status) {}
