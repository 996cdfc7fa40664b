package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/** Opens an empty wallet. Registration does so by itself, in its own append. */
public record OpenWallet(PlayerId owner, Instant at) implements LedgerCommand<Void> {
  @Override
  public String aggregateId() {
    return AccountId.wallet(owner).toString();
  }
}
