package io.playledger.api.market.query;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeStatus;
import io.playledger.api.market.TradeTerms;
import java.time.Instant;

/**
 * A trade.
 *
 * @param price decimal string
 * @param outcome null until it has finished
 * @param terms null until it is accepted
 * @param message the buyer's message; null for none
 */
public record TradeView(
    TradeId id,
    ListingId listing,
    PlayerId buyer,
    PlayerId seller,
    AssetCode asset,
    String price,
    TradeStatus status,
    TradeOutcome outcome,
    TradeTerms terms,
    String message,
    boolean reviewedByBuyer,
    boolean reviewedBySeller,
    Instant offeredAt,
    Instant acceptedAt,
    Instant finishedAt) {}
