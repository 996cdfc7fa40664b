package io.playledger.saga.ledger;

import io.playledger.api.ledger.HoldId;
import java.time.Instant;

/** A hold is due to expire. */
public record HoldExpiryDue(HoldId hold, Instant due) {}
