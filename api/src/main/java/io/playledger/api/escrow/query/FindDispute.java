package io.playledger.api.escrow.query;

import io.playledger.api.market.TradeId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The case file of a dispute. */
public record FindDispute(TradeId escrow) implements EscrowQuery<@Nullable CaseFileView> {

  @Override
  public Set<String> projections() {
    return Set.of("escrow", "market", "identity", "reputation");
  }
}
