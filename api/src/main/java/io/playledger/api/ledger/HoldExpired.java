package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A hold expired. */
@Revision("1")
public record HoldExpired(HoldId hold, PlayerId owner, Instant at) implements LedgerEvent {}
