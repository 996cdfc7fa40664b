package io.playledger.command.market;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.MarketRejection;

/** Rules that several of the market's commands share. */
final class MarketRules {

  private static final int RATING_MIN = 1;
  private static final int RATING_MAX = 5;

  private MarketRules() {}

  static void positivePrice(Amount price) {
    if (price.units() <= 0) {
      throw new CommandRejected(MarketRejection.PRICE_NOT_POSITIVE);
    }
  }

  static void ratingInRange(int rating) {
    if (rating < RATING_MIN || rating > RATING_MAX) {
      throw new CommandRejected(MarketRejection.RATING_OUT_OF_RANGE);
    }
  }
}
