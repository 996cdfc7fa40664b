package io.playledger.command.ledger;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import java.time.Instant;

/** Part of a wallet that is set aside and still binds. */
record Hold(PlayerId payee, Amount amount, Instant expiresAt) {

  boolean overAt(Instant instant) {
    return !instant.isBefore(expiresAt);
  }
}
