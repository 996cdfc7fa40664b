package io.playledger.api.market.event;

import io.playledger.api.PersonalText;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.ListingId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The seller edited an active listing. */
@Revision("1")
public record ListingEdited(
    ListingId listing,
    PersonalText itemName,
    @Nullable PersonalText description,
    Amount price,
    long version,
    Instant at)
    implements MarketEvent {}
