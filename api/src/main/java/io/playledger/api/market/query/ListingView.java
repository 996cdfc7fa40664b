package io.playledger.api.market.query;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.ListingStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A listing.
 *
 * @param sellerName none: the read table of players does not have the seller yet
 * @param price decimal string
 * @param version for If-Match
 */
public record ListingView(
    ListingId id,
    PlayerId seller,
    @Nullable String sellerName,
    String gameId,
    String itemName,
    @Nullable String description,
    AssetCode asset,
    String price,
    ListingStatus status,
    long version,
    Instant createdAt,
    Instant updatedAt,
    Instant expiresAt) {}
