package io.playledger.api.escrow.query;

import io.playledger.api.market.TradeId;
import java.util.Set;

/** The case file of a dispute; the answer is null if there is none. */
public record FindDispute(TradeId escrow) implements EscrowQuery<CaseFileView> {

  @Override
  public Set<String> projections() {
    return Set.of("escrow", "market", "identity", "reputation");
  }
}
