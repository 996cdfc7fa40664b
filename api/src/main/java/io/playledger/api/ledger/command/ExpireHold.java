package io.playledger.api.ledger.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.HoldId;
import java.time.Instant;

/** Expires a hold after its expiry. */
@RejectedFor({"HOLD_ENDED", "HOLD_NOT_EXPIRED", "HOLD_NOT_FOUND", "WALLET_NOT_FOUND"})
public record ExpireHold(HoldId hold, PlayerId owner, Instant at) implements LedgerCommand<Void> {
  @Override
  public String aggregateId() {
    return AccountId.wallet(owner).toString();
  }
}
