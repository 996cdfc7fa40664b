package io.playledger.api.market;

/** A decision on disputed funds. */
public enum Ruling {
  /** All to the seller, less the fee. */
  RELEASE,
  /** All back to the buyer. */
  REFUND,
  /** A share to each; the fee is on the seller's share. */
  SPLIT
}
