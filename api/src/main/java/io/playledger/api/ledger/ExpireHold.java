package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/** Expires a hold after its expiry. */
public record ExpireHold(HoldId hold, PlayerId owner, Instant at) implements LedgerCommand<Void> {
  @Override
  public String aggregateId() {
    return AccountId.wallet(owner).toString();
  }
}
