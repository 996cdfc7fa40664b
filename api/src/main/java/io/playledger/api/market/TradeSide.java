package io.playledger.api.market;

/** A party of a trade. */
public enum TradeSide {
  BUYER,
  SELLER
}
