package io.playledger.api.ledger;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Part of a wallet is set aside; posted is unchanged, available is less. */
@Revision("1")
public record HoldPlaced(
    HoldId hold,
    PlayerId owner,
    PlayerId payee,
    Amount amount,
    PersonalText purpose,
    Instant expiresAt,
    Instant at)
    implements LedgerEvent {}
