package io.playledger.verification.market;

/**
 * One trade as it is meant to go.
 *
 * @param number from 0, over the whole day
 * @param buyer player number
 * @param offer units that the buyer offers; 0 for the listing's price
 * @param rival player number of one whose offer on the same listing comes to nothing; -1 for none
 * @param rivalWithdraws whether the rival takes it back, rather than the seller declining it
 * @param buyerPermille the buyer's share of a split
 * @param buyerRating 1 to 5; 0 for no review
 * @param sellerRating 1 to 5; 0 for no review
 * @param insists whether the buyer confirms twice, or confirms after the dispute: both are refused
 */
public record TradePlan(
    int number,
    Scenario scenario,
    int buyer,
    long offer,
    int rival,
    boolean rivalWithdraws,
    int buyerPermille,
    int buyerRating,
    int sellerRating,
    boolean insists) {

  /** What its steps are named after. */
  public String step() {
    return "trade-" + number;
  }
}
