package io.playledger.verification.market;

/** The planned course of a trade. */
public enum Scenario {
  CONFIRMED,
  /** Delivered; the buyer does nothing and the complaint window ends. */
  UNCONTESTED,
  /** The seller does nothing and the delivery window ends. */
  NOT_DELIVERED,
  CANCELLED_BY_BOTH,
  /** The offer is beyond what the buyer has. */
  FUNDS_UNAVAILABLE,
  RULED_RELEASE,
  RULED_REFUND,
  RULED_SPLIT,
  /** Disputed, and no moderator decides in time. */
  RULED_BY_DEFAULT;

  public boolean disputed() {
    return switch (this) {
      case RULED_RELEASE, RULED_REFUND, RULED_SPLIT, RULED_BY_DEFAULT -> true;
      case CONFIRMED, UNCONTESTED, NOT_DELIVERED, CANCELLED_BY_BOTH, FUNDS_UNAVAILABLE -> false;
    };
  }

  /** Whether the trade ends while its parties look on, rather than by a window's end. */
  public boolean endsAtOnce() {
    return switch (this) {
      case CONFIRMED, CANCELLED_BY_BOTH, FUNDS_UNAVAILABLE -> true;
      case RULED_RELEASE, RULED_REFUND, RULED_SPLIT -> true;
      case UNCONTESTED, NOT_DELIVERED, RULED_BY_DEFAULT -> false;
    };
  }
}
