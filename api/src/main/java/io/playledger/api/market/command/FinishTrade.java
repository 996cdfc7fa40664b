package io.playledger.api.market.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import java.time.Instant;

/**
 * Ends an accepted trade and its listing's reservation in one append. Sent by the settlement saga
 * only.
 */
@RejectedFor(
    value = {"TRADE_ALREADY_FINISHED", "TRADE_NOT_ACCEPTED", "TRADE_NOT_FOUND"},
    never = {"LISTING_NOT_FOUND"})
public record FinishTrade(TradeId trade, TradeOutcome outcome, Instant at)
    implements MarketCommand<Void> {
  @Override
  public String aggregateId() {
    return trade.aggregateId();
  }
}
