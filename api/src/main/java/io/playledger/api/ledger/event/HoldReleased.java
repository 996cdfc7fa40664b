package io.playledger.api.ledger.event;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.HoldId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A hold was released without payment before it expired. */
@Revision("1")
public record HoldReleased(HoldId hold, PlayerId owner, Instant at) implements LedgerEvent {}
