package io.playledger.api.ledger.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.HoldId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Releases a hold before it expires (other ledgers say void).
 *
 * @param by the payee; none: the platform
 */
@RejectedFor({"HOLD_ENDED", "HOLD_EXPIRED", "HOLD_NOT_FOUND", "HOLD_NOT_YOURS", "WALLET_NOT_FOUND"})
public record ReleaseHold(HoldId hold, PlayerId owner, @Nullable PlayerId by, Instant at)
    implements LedgerCommand<Void> {
  @Override
  public String aggregateId() {
    return AccountId.wallet(owner).toString();
  }
}
