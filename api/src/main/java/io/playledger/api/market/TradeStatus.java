package io.playledger.api.market;

/** States of a trade, including those of its escrow. */
public enum TradeStatus {
  OFFERED,
  DECLINED,
  WITHDRAWN,
  /** Accepted; the buyer's funds are not yet in escrow. */
  ACCEPTED,
  /** The funds are in escrow; the seller must deliver. */
  FUNDED,
  /** Delivered; the buyer can confirm or open a dispute. */
  DELIVERED,
  DISPUTED,
  COMPLETED,
  CANCELLED
}
