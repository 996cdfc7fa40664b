package io.playledger.api.market.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeTerms;
import java.time.Instant;

/**
 * The seller accepts an offer, which reserves the listing in the same append. Answers with a {@link
 * TradeReceipt}.
 *
 * @param terms the terms in force now, which are stored with the trade
 */
@RejectedFor(
    value = {"LISTING_NOT_ACTIVE", "TRADE_NOT_FOUND", "TRADE_NOT_OPEN", "TRADE_NOT_YOURS"},
    never = {"LISTING_NOT_FOUND"})
public record AcceptOffer(TradeId trade, PlayerId by, TradeTerms terms, Instant at)
    implements MarketCommand<TradeReceipt> {
  @Override
  public String aggregateId() {
    return trade.aggregateId();
  }
}
