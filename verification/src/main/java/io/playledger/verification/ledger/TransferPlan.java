package io.playledger.verification.ledger;

import io.playledger.verification.books.Currency;
import java.util.List;

/**
 * A transfer between players.
 *
 * @param payer player number
 * @param legs one or more, in one currency or several
 * @param rehearsed whether a dry run comes first
 * @param reversed whether an admin undoes it
 */
public record TransferPlan(
    int number, int payer, List<Leg> legs, boolean rehearsed, boolean reversed) {

  /** One leg; {@code payee} is a player number. */
  public record Leg(int payee, Currency currency, long units) {}

  public String step() {
    return "transfer-" + number;
  }
}
