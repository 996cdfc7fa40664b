package io.playledger.api.ledger.query;

import io.playledger.api.ledger.HoldId;
import org.jspecify.annotations.Nullable;

/** One hold in any state. */
public record FindHold(HoldId hold) implements LedgerQuery<@Nullable HoldView> {}
