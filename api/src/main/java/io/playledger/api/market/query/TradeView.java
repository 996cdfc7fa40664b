package io.playledger.api.market.query;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeStatus;
import io.playledger.api.market.TradeTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trade.
 *
 * @param price decimal string
 * @param outcome none: not finished yet
 * @param terms none: not accepted yet
 * @param message the buyer's message
 */
public record TradeView(
    TradeId id,
    ListingId listing,
    PlayerId buyer,
    PlayerId seller,
    AssetCode asset,
    String price,
    TradeStatus status,
    @Nullable TradeOutcome outcome,
    @Nullable TradeTerms terms,
    @Nullable String message,
    boolean reviewedByBuyer,
    boolean reviewedBySeller,
    Instant offeredAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant finishedAt) {}
