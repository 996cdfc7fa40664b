package io.playledger.verification.books;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The client's own books: the expected balance of each account, computed from acknowledged commands
 * only. Names of accounts are chosen by the client, for example {@code player-7} or {@code
 * system:fees}. Exact: a sum beyond a long is an error, not a wrong number.
 */
public final class ClientLedger {

  /** The account of the platform's fees. */
  public static final String FEES = "system:fees";

  private final Map<String, Map<Currency, Long>> accounts = new TreeMap<>();

  /**
   * Moves value from one account to another.
   *
   * @param units positive
   */
  public synchronized void move(String from, String to, Currency currency, long units) {
    if (units <= 0) {
      throw new IllegalArgumentException("Only what is positive moves: " + units);
    }
    add(from, currency, Math.negateExact(units));
    add(to, currency, units);
  }

  /**
   * A trade's price goes from the buyer to the seller, less the fee on the seller's share.
   *
   * @param toSeller units before the fee; 0 for nothing
   * @param feeBasisPoints of the trade's terms
   */
  public synchronized void settle(
      String buyer, String seller, Currency currency, long toSeller, int feeBasisPoints) {
    long fee = Fee.on(toSeller, feeBasisPoints);
    if (toSeller - fee > 0) {
      move(buyer, seller, currency, toSeller - fee);
    }
    if (fee > 0) {
      move(buyer, FEES, currency, fee);
    }
  }

  /** Units that the account must hold. */
  public synchronized long balance(String account, Currency currency) {
    return accounts.getOrDefault(account, Map.of()).getOrDefault(currency, 0L);
  }

  /** The sum over all accounts whose names begin so. */
  public synchronized long sum(String prefix, Currency currency) {
    long sum = 0;
    for (Map.Entry<String, Map<Currency, Long>> account : accounts.entrySet()) {
      if (account.getKey().startsWith(prefix)) {
        sum = Math.addExact(sum, account.getValue().getOrDefault(currency, 0L));
      }
    }
    return sum;
  }

  private void add(String account, Currency currency, long units) {
    accounts
        .computeIfAbsent(account, ignored -> new EnumMap<>(Currency.class))
        .merge(currency, units, Math::addExact);
  }
}
