package io.playledger.api.escrow;

import io.playledger.api.market.TradeId;

/** The case file of a dispute; the answer is null where there is none. */
public record FindDispute(TradeId escrow) implements EscrowQuery<CaseFileView> {}
