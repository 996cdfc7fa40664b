package io.playledger.api.market.command;

import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeStatus;

/** A trade and its status after the command. */
public record TradeReceipt(TradeId trade, TradeStatus status) {}
