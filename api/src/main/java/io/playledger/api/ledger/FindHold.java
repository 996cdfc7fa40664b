package io.playledger.api.ledger;

import io.playledger.api.Query;

/** One hold in any state; the answer is null where there is none. */
public record FindHold(HoldId hold) implements Query<HoldView> {
  @Override
  public Class<HoldView> answerType() {
    return HoldView.class;
  }

  @Override
  public String projection() {
    return "ledger";
  }
}
