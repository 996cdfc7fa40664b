package io.playledger.verification.plan;

import java.util.List;

/**
 * One player of the day.
 *
 * @param number from 0
 * @param credits what an admin lets in before anything else, in order
 * @param scores increments, in order
 */
public record PlayerPlan(int number, List<CreditPlan> credits, List<Long> scores) {

  /**
   * One credit.
   *
   * @param fromPayments from system:payments rather than system:mint
   */
  public record CreditPlan(Currency currency, long units, boolean fromPayments) {}

  public String step() {
    return "player-" + number;
  }
}
