package io.playledger.api.ledger;

import io.playledger.api.AsOf;
import io.playledger.api.Query;

/** The sums of all accounts by asset and kind; each asset's total must be zero. */
public record FindTrialBalance(AsOf asOf) implements Query<TrialBalanceView> {
  @Override
  public Class<TrialBalanceView> answerType() {
    return TrialBalanceView.class;
  }

  @Override
  public String projection() {
    return "ledger";
  }
}
