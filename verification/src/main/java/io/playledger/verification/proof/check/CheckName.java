package io.playledger.verification.proof.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Everything that is checked, by the name under which it is reported. */
public enum CheckName {
  /** Positions 1 to the head, sequences of each aggregate from 0, event ids: no gap, no twin. */
  LOG_GAPLESS,
  /** The hash chain covers every position and every byte of every event. */
  CHAIN_INTACT,
  /** The log still leads to every head that was kept outside, and has all that was acknowledged. */
  LOG_NOT_TRUNCATED,
  /** What was acknowledged is stored once, at the position acknowledged; no key did two things. */
  ACKNOWLEDGED_ONCE,
  /** What a client was told not to be done was not done, and the same is told whenever it asks. */
  REJECTIONS_KEPT,
  /** The postings of every event sum to zero for each asset, and so does every prefix. */
  POSTINGS_BALANCE,
  /** No wallet (less its holds), escrow or stake is below zero after any command. */
  NO_OVERDRAFT,
  /** The balance that a wallet's event states is the one that its postings lead to. */
  RECEIPTS_MATCH,
  /** The balance table is what the raw events add up to at the projection's position. */
  BALANCES_EQUAL_EVENTS,
  /** The table of holds, and what each wallet has held, are the holds open in the log. */
  HOLDS_EQUAL_OPEN_HOLDS,
  /** Each escrow account holds what its open escrow was funded with; all others nothing. */
  ESCROW_ACCOUNTS_EQUAL_OPEN_ESCROWS,
  /** No trade ended otherwise than its escrow. */
  TRADES_MATCH_ESCROWS,
  /** Every process that was due is finished, every processor has reached the head. */
  SAGAS_FINISHED,
  /** No event lies aside without somebody's reason. */
  DEAD_LETTERS_EXPLAINED,
  /** An aggregate from its snapshot is the aggregate from all its events. */
  SNAPSHOTS_EQUAL_EVENTS,
  /** The live read tables are those that a replay from the beginning makes. */
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
