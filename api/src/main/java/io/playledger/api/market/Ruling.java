package io.playledger.api.market;

/** Decisions on disputed funds. */
public enum Ruling {
  /** Everything goes to the seller, minus the fee. */
  RELEASE,
  /** Everything goes back to the buyer. */
  REFUND,
  /** Each side gets a share; the fee is taken from the seller's share. */
  SPLIT
}
