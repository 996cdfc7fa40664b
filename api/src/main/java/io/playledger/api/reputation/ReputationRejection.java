package io.playledger.api.reputation;

import io.playledger.api.RejectionCode;

/** Reasons to reject a command of the reputation context. */
public enum ReputationRejection implements RejectionCode {
  REPUTATION_OUT_OF_RANGE(Category.RULE, "The resulting reputation would be out of range.");

  private final Reason reason;

  ReputationRejection(Category category, String message) {
    this.reason = new Reason(category, message);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
