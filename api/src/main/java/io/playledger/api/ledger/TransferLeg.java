package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;
import java.util.Objects;

/** One movement between two wallets. */
public record TransferLeg(PlayerId from, PlayerId to, Amount amount) {

  public TransferLeg {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(amount, "amount");
  }
}
