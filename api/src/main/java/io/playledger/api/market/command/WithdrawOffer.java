package io.playledger.api.market.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;

/** The buyer withdraws the offer before it is accepted. Answers with a {@link TradeReceipt}. */
@RejectedFor({"TRADE_NOT_FOUND", "TRADE_NOT_OPEN", "TRADE_NOT_YOURS"})
public record WithdrawOffer(TradeId trade, PlayerId by, Instant at)
    implements MarketCommand<TradeReceipt> {
  @Override
  public String aggregateId() {
    return trade.aggregateId();
  }
}
