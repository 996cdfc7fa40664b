package io.playledger.api.market.command;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One side reviews the other, once, after a completed trade. The same append changes the reputation
 * of the other side. Answers with a {@link TradeReceipt}.
 *
 * @param rating 1 to 5
 */
@RejectedFor({
  "RATING_OUT_OF_RANGE",
  "REPUTATION_OUT_OF_RANGE",
  "TRADE_ALREADY_REVIEWED",
  "TRADE_NOT_FINISHED",
  "TRADE_NOT_FOUND",
  "TRADE_NOT_REVIEWABLE",
  "TRADE_NOT_YOURS"
})
public record ReviewTrade(
    TradeId trade, PlayerId by, int rating, @Nullable PersonalText comment, Instant at)
    implements MarketCommand<TradeReceipt> {
  @Override
  public String aggregateId() {
    return trade.aggregateId();
  }
}
