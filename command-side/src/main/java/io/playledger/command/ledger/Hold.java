package io.playledger.command.ledger;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import java.time.Instant;

/** An open hold on a wallet. */
record Hold(PlayerId payee, Amount amount, Instant expiresAt) {

  boolean overAt(Instant instant) {
    return !instant.isBefore(expiresAt);
  }
}
