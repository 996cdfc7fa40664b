package io.playledger.api.market;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * One side reviews the other, once, after a completed trade. The same append changes the reputation
 * of the other side. Answers with a {@link TradeReceipt}.
 *
 * @param rating 1 to 5
 * @param comment null for none
 */
public record ReviewTrade(TradeId trade, PlayerId by, int rating, PersonalText comment, Instant at)
    implements MarketCommand<TradeReceipt> {
  @Override
  public String aggregateId() {
    return trade.aggregateId();
  }
}
