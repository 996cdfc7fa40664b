package io.playledger.api.market.event;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A trade was completed: the goods changed hands. */
@Revision("1")
public record TradeCompleted(
    TradeId trade,
    ListingId listing,
    PlayerId buyer,
    PlayerId seller,
    Amount price,
    TradeOutcome outcome,
    Instant at)
    implements MarketEvent {}
