package io.playledger.api.market;

/** Outcomes of an accepted trade. */
public enum TradeOutcome {
  /** The buyer confirmed. */
  CONFIRMED,
  /** There was no complaint in time. */
  UNCONTESTED,
  RULED_RELEASE,
  RULED_REFUND,
  RULED_SPLIT,
  NOT_DELIVERED,
  CANCELLED_BY_BOTH,
  /** The buyer could not pay. */
  FUNDS_UNAVAILABLE;

  /** Whether the goods changed hands, so that both sides review each other. */
  public boolean completed() {
    return switch (this) {
      case CONFIRMED, UNCONTESTED, RULED_RELEASE, RULED_SPLIT -> true;
      case RULED_REFUND, NOT_DELIVERED, CANCELLED_BY_BOTH, FUNDS_UNAVAILABLE -> false;
    };
  }

  /** Whether the listing goes back on sale. */
  public boolean reopensListing() {
    return this == CANCELLED_BY_BOTH || this == FUNDS_UNAVAILABLE;
  }
}
