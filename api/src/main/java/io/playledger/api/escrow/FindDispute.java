package io.playledger.api.escrow;

import io.playledger.api.market.TradeId;

/** The case file of a dispute; the answer is null if there is none. */
public record FindDispute(TradeId escrow) implements EscrowQuery<CaseFileView> {}
