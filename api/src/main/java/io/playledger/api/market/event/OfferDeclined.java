package io.playledger.api.market.event;

import io.playledger.api.market.TradeId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The seller declined an offer. */
@Revision("1")
public record OfferDeclined(TradeId trade, Instant at) implements MarketEvent {}
