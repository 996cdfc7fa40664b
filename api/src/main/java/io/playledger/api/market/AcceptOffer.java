package io.playledger.api.market;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * The seller agrees; the listing is reserved in the same append. Answers with a {@link
 * TradeReceipt}.
 *
 * @param terms the rules in force now, kept with the trade
 */
public record AcceptOffer(TradeId trade, PlayerId by, TradeTerms terms, Instant at)
    implements MarketCommand<TradeReceipt> {
  @Override
  public String aggregateId() {
    return trade.aggregateId();
  }
}
