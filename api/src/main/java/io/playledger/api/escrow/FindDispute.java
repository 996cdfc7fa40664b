package io.playledger.api.escrow;

import io.playledger.api.Query;
import io.playledger.api.market.TradeId;

/** The case file of a dispute; the answer is null where there is none. */
public record FindDispute(TradeId escrow) implements Query<CaseFileView> {
  @Override
  public Class<CaseFileView> answerType() {
    return CaseFileView.class;
  }

  @Override
  public String projection() {
    return "escrow";
  }
}
