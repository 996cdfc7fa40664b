package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/** Opens an empty wallet. A registration opens the wallet itself, in its own append. */
public record OpenWallet(PlayerId owner, Instant at) implements LedgerCommand<Void> {
  @Override
  public String aggregateId() {
    return AccountId.wallet(owner).toString();
  }
}
