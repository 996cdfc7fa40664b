package io.playledger.verification.proof.log;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Everything that is checked, by the name under which it is reported. */
public enum CheckName {
  /**
   * Positions from 1 to the head, sequences of each aggregate from 0, and event ids have no gap and
   * no duplicate.
   */
  LOG_GAPLESS,
  /** The hash chain covers every position and every byte of every event. */
  CHAIN_INTACT,
  /**
   * The log still leads to every head that was kept outside, and contains everything acknowledged.
   */
  LOG_NOT_TRUNCATED,
  /**
   * Every acknowledged command is stored once, at the acknowledged position; no key has two
   * commands.
   */
  ACKNOWLEDGED_ONCE,
  /** A rejected command was not done, and every repeat gets the same rejection. */
  REJECTIONS_KEPT,
  /** The postings of every event sum to zero for each asset, and so does every prefix. */
  POSTINGS_BALANCE,
  /** No wallet (less its holds), escrow or stake is below zero after any command. */
  NO_OVERDRAFT,
  /** The balance in a wallet's event equals the sum of its postings. */
  RECEIPTS_MATCH,
  /** The balance table equals the sum of the raw events at the projection's position. */
  BALANCES_EQUAL_EVENTS,
  /** The table of holds and the held amounts equal the holds that are open in the log. */
  HOLDS_EQUAL_OPEN_HOLDS,
  /** Each account of an open escrow has the funded amount; all others are empty. */
  ESCROW_ACCOUNTS_EQUAL_OPEN_ESCROWS,
  /** No trade ended differently from its escrow. */
  TRADES_MATCH_ESCROWS,
  /** Every process that was due is finished, every processor has reached the head. */
  SAGAS_FINISHED,
  /** Every dead letter has a reason. */
  DEAD_LETTERS_EXPLAINED,
  /** An aggregate loaded from its snapshot equals the one loaded from all its events. */
  SNAPSHOTS_EQUAL_EVENTS,
  /** The live read tables equal a replay from the beginning. */
  READ_TABLES_EQUAL_REPLAY;

  /** For example {@code log-gapless}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The check of that label.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static CheckName of(String label) {
    return Arrays.stream(values())
        .filter(check -> check.label().equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("No check " + label + "; there are " + labels()));
  }

  private static List<String> labels() {
    return Arrays.stream(values()).map(CheckName::label).toList();
  }
}
