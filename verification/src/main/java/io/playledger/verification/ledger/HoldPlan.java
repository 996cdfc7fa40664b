package io.playledger.verification.ledger;

import io.playledger.verification.books.Currency;

/**
 * A hold on a wallet.
 *
 * @param owner player number
 * @param payee player number
 * @param captured units, at most those held; 0 unless it ends by capture
 */
public record HoldPlan(
    int number, int owner, int payee, Currency currency, long units, End end, long captured) {

  /** How it ends. */
  public enum End {
    CAPTURED,
    RELEASED,
    EXPIRED
  }

  public String step() {
    return "hold-" + number;
  }
}
