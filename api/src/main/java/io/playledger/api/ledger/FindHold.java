package io.playledger.api.ledger;

/** One hold in any state; the answer is null if there is none. */
public record FindHold(HoldId hold) implements LedgerQuery<HoldView> {}
