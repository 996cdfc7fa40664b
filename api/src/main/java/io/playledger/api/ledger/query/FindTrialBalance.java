package io.playledger.api.ledger.query;

import io.playledger.api.AsOf;

/** The sums of all accounts by asset and kind; each asset's total must be zero. */
public record FindTrialBalance(AsOf asOf) implements LedgerQuery<TrialBalanceView> {}
