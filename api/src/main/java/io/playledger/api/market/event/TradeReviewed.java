package io.playledger.api.market.event;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** One side of a trade reviewed the other. */
@Revision("1")
public record TradeReviewed(
    TradeId trade,
    PlayerId reviewer,
    PlayerId reviewed,
    int rating,
    @Nullable PersonalText comment,
    Instant at)
    implements MarketEvent {}
