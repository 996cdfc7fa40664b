package io.playledger.verification.market;

import io.playledger.verification.books.Currency;
import java.util.List;

/**
 * One item that its seller keeps on sale, and the trades that it sees one after the other.
 *
 * @param number from 0
 * @param seller player number
 * @param price units
 * @param edited whether the seller changes the listing after it is made
 */
public record ItemPlan(
    int number,
    int seller,
    String game,
    String name,
    Currency currency,
    long price,
    boolean edited,
    List<TradePlan> trades) {

  public String step() {
    return "item-" + number;
  }

  /** What a trade on this item moves. */
  public long priceOf(TradePlan trade) {
    return trade.offer() == 0 ? price : trade.offer();
  }
}
