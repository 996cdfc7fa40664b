package io.playledger.api.market;

import java.time.Instant;

/**
 * Ends an accepted trade and its listing's reservation in one append. Sent by the settlement saga
 * only.
 */
public record FinishTrade(TradeId trade, TradeOutcome outcome, Instant at)
    implements MarketCommand<Void> {
  @Override
  public String aggregateId() {
    return trade.aggregateId();
  }
}
