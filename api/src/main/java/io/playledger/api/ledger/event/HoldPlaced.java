package io.playledger.api.ledger.event;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.HoldId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A hold was placed on a wallet: posted stays the same, available falls. */
@Revision("1")
public record HoldPlaced(
    HoldId hold,
    PlayerId owner,
    PlayerId payee,
    Amount amount,
    @Nullable PersonalText purpose,
    Instant expiresAt,
    Instant at)
    implements LedgerEvent {}
