package io.playledger.api.market;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * One side judges the other, once, after a completed trade; moves the other's reputation in the
 * same append. Answers with a {@link TradeReceipt}.
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
