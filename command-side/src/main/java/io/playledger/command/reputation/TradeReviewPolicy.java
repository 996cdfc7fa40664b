package io.playledger.command.reputation;

/**
 * What a review of a trade does to the standing of the reviewed: (rating - 3) * 2 points, so that 5
 * stars give 4 points, 3 stars none and 1 star takes 4.
 */
public final class TradeReviewPolicy {

  /** Kept with each event: a later rule gets a new number and changes nothing past. */
  public static final int VERSION = 1;

  private static final int NEUTRAL_RATING = 3;
  private static final int POINTS_PER_STAR = 2;

  private TradeReviewPolicy() {}

  /**
   * Points for a rating.
   *
   * @param rating 1 to 5
   */
  public static int points(int rating) {
    return (rating - NEUTRAL_RATING) * POINTS_PER_STAR;
  }
}
