package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A hold was released without payment before it expired. */
@Revision("1")
public record HoldReleased(HoldId hold, PlayerId owner, Instant at) implements LedgerEvent {}
