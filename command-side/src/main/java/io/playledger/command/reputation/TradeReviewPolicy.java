package io.playledger.command.reputation;

/**
 * The effect of a trade review on the reputation of the reviewed player: (rating - 3) * 2 points,
 * so that 5 stars add 4 points, 3 stars none, and 1 star subtracts 4.
 */
public final class TradeReviewPolicy {

  /**
   * The version stored with each event. A later rule gets a new number and does not change past
   * events.
   */
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
