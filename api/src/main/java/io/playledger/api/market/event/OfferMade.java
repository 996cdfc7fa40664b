package io.playledger.api.market.event;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A buyer made an offer. */
@Revision("1")
public record OfferMade(
    TradeId trade,
    ListingId listing,
    PlayerId buyer,
    PlayerId seller,
    Amount price,
    @Nullable PersonalText message,
    Instant at)
    implements MarketEvent {}
