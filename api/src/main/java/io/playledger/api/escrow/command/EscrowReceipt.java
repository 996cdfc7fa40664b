package io.playledger.api.escrow.command;

import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.market.TradeId;

/** An escrow and its status after the command. Every escrow command answers with it. */
public record EscrowReceipt(TradeId escrow, EscrowStatus status) {}
