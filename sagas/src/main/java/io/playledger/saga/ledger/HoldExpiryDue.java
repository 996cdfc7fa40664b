package io.playledger.saga.ledger;

import io.playledger.api.ledger.HoldId;
import java.time.Instant;

/** A hold's time is over. */
public record HoldExpiryDue(HoldId hold, Instant due) {}
