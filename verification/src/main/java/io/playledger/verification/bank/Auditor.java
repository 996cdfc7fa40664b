package io.playledger.verification.bank;

import io.playledger.verification.books.Currency;
import io.playledger.verification.day.Desk;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.Pause;
import io.playledger.verification.ledger.AccountSums;
import io.playledger.verification.measure.Findings;
import java.math.BigDecimal;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sums all balances during the transfers: by the server's trial balance, by all rows, and sometimes
 * as of an earlier position. Each read is as of one moment, so each must give the same sum.
 */
final class Auditor {

  private static final long PAUSE_MILLIS = 100;
  private static final int AS_OF_EVERY = 10;

  private final Desk desk;
  private final Actor admin;
  private final Findings findings;
  private final AllBalances rows;
  private final BigDecimal wallets;
  private final long firstPosition;
  private final Random random;
  private final LongAdder reads = new LongAdder();
  private final LongAdder readsOfRows = new LongAdder();
  private final LongAdder readsAsOf = new LongAdder();
  private volatile boolean enough;

  /**
   * @param wallets sum of all wallets, at this position and all later ones
   */
  Auditor(
      Desk desk,
      Actor admin,
      Findings findings,
      AllBalances rows,
      BigDecimal wallets,
      long firstPosition,
      long seed) {
    this.desk = desk;
    this.admin = admin;
    this.findings = findings;
    this.rows = rows;
    this.wallets = wallets;
    this.firstPosition = firstPosition;
    this.random = new Random(seed);
  }

  /** Reads until it is stopped. */
  void run() {
    for (int number = 1; !enough; number++) {
      read();
      if (number % AS_OF_EVERY == 0) {
        readAsOf(random.nextLong(firstPosition, admin.seen() + 1));
      }
      Pause.millis(PAUSE_MILLIS);
    }
  }

  void enough() {
    enough = true;
  }

  /** One read of all balances as they are now. */
  void read() {
    compare("now", AccountSums.read(desk, admin, admin.seen()));
    reads.increment();
    rows.read().ifPresent(this::compare);
  }

  private void compare(AllBalances.Sum sum) {
    boolean right =
        sum.wallets().compareTo(wallets) == 0 && sum.total().signum() == 0 && sum.overdrawn() == 0;
    if (!right) {
      findings.add(
          "balances do not sum up", "rows: wallets hold " + wallets + ", but shown is " + sum);
    }
    readsOfRows.increment();
  }

  private void readAsOf(long position) {
    compare("as of " + position, AccountSums.readAsOf(desk, admin, position));
    readsAsOf.increment();
  }

  private void compare(String when, AccountSums balance) {
    AccountSums.Line line = balance.of(Currency.USD);
    if (line.wallets().compareTo(wallets) != 0 || line.total().signum() != 0) {
      findings.add(
          "balances do not sum up", when + ": wallets hold " + wallets + ", but shown is " + line);
    }
  }

  long reads() {
    return reads.sum();
  }

  long readsOfRows() {
    return readsOfRows.sum();
  }

  long readsAsOf() {
    return readsAsOf.sum();
  }
}
