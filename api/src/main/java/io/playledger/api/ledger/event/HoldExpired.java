package io.playledger.api.ledger.event;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.HoldId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A hold expired. */
@Revision("1")
public record HoldExpired(HoldId hold, PlayerId owner, Instant at) implements LedgerEvent {}
