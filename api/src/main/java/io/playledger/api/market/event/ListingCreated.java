package io.playledger.api.market.event;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.ListingId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A listing was created. Its version is 1; every edit adds 1. */
@Revision("1")
public record ListingCreated(
    ListingId listing,
    PlayerId seller,
    String gameId,
    PersonalText itemName,
    @Nullable PersonalText description,
    Amount price,
    Instant expiresAt,
    Instant at)
    implements MarketEvent {}
