package io.playledger.api.score;

import io.playledger.api.RejectionCode;

/** Reasons to reject a command of the score context. */
public enum ScoreRejection implements RejectionCode {
  DELTA_OUT_OF_RANGE(Category.RULE, "A score increment must be 1 to 1000000000 points."),
  SCORE_OVERFLOW(Category.RULE, "The resulting total would exceed 2^63 - 1.");

  private final Reason reason;

  ScoreRejection(Category category, String message) {
    this.reason = new Reason(category, message);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
