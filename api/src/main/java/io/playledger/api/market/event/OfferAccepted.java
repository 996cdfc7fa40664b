package io.playledger.api.market.event;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeTerms;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The seller accepted an offer: the settlement begins. */
@Revision("1")
public record OfferAccepted(
    TradeId trade,
    ListingId listing,
    PlayerId buyer,
    PlayerId seller,
    Amount price,
    TradeTerms terms,
    Instant at)
    implements MarketEvent {}
