package io.playledger.api.ledger.query;

import io.playledger.api.ledger.HoldId;

/** One hold in any state; the answer is null if there is none. */
public record FindHold(HoldId hold) implements LedgerQuery<HoldView> {}
