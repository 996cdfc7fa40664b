package io.playledger.api.market;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
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
