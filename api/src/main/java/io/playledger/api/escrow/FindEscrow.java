package io.playledger.api.escrow;

import io.playledger.api.Query;
import io.playledger.api.market.TradeId;

/** One escrow; the answer is null where there is none. */
public record FindEscrow(TradeId escrow) implements Query<EscrowView> {
  @Override
  public Class<EscrowView> answerType() {
    return EscrowView.class;
  }

  @Override
  public String projection() {
    return "escrow";
  }
}
