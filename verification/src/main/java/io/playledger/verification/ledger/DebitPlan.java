package io.playledger.verification.ledger;

import io.playledger.verification.books.Currency;

/**
 * Value that an admin lets out.
 *
 * @param toPayments to system:payments rather than system:burn
 */
public record DebitPlan(int number, int player, Currency currency, long units, boolean toPayments) {

  public String step() {
    return "debit-" + number;
  }
}
