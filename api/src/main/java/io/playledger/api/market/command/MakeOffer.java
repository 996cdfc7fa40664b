package io.playledger.api.market.command;

import io.playledger.api.PersonalText;
import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A buyer makes an offer for an active listing. Answers with a {@link TradeReceipt}.
 *
 * @param price none: the price of the listing
 */
@RejectedFor({
  "LISTING_NOT_ACTIVE",
  "LISTING_NOT_FOUND",
  "PRICE_ASSET_MISMATCH",
  "PRICE_NOT_POSITIVE",
  "TRADE_ALREADY_EXISTS",
  "TRADE_WITH_ONESELF"
})
public record MakeOffer(
    TradeId trade,
    ListingId listing,
    PlayerId buyer,
    @Nullable Amount price,
    @Nullable PersonalText message,
    Instant at)
    implements MarketCommand<TradeReceipt> {
  @Override
  public String aggregateId() {
    return trade.aggregateId();
  }
}
