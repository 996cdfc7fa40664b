package io.playledger.api.market;

/** Where a trade stands, its escrow included. */
public enum TradeStatus {
  OFFERED,
  DECLINED,
  WITHDRAWN,
  /** Accepted; the buyer's funds are on their way into escrow. */
  ACCEPTED,
  /** In escrow; the seller delivers. */
  FUNDED,
  /** Delivered; the buyer confirms or complains. */
  DELIVERED,
  DISPUTED,
  COMPLETED,
  CANCELLED
}
