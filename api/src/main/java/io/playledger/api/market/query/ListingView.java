package io.playledger.api.market.query;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.ListingStatus;
import java.time.Instant;

/**
 * A listing.
 *
 * @param price decimal string
 * @param version for If-Match
 */
public record ListingView(
    ListingId id,
    PlayerId seller,
    String sellerName,
    String gameId,
    String itemName,
    String description,
    AssetCode asset,
    String price,
    ListingStatus status,
    long version,
    Instant createdAt,
    Instant updatedAt,
    Instant expiresAt) {}
