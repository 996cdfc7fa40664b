package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * Frees a hold before its time (the two-phase word is void).
 *
 * @param by who asks: the payee, or null for the platform
 */
public record ReleaseHold(HoldId hold, PlayerId owner, PlayerId by, Instant at)
    implements LedgerCommand<Void> {
  @Override
  public String aggregateId() {
    return AccountId.wallet(owner).toString();
  }
}
