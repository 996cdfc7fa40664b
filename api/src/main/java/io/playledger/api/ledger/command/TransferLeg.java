package io.playledger.api.ledger.command;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import java.util.Objects;

/** One movement between two wallets. */
public record TransferLeg(PlayerId from, PlayerId to, Amount amount) {

  public TransferLeg {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(amount, "amount");
  }
}
