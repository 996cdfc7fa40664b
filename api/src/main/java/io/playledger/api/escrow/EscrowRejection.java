package io.playledger.api.escrow;

import io.playledger.api.RejectionCode;

/** Reasons to reject a command of the escrow context. */
public enum EscrowRejection implements RejectionCode {
  ESCROW_NOT_FOUND(
      Category.NOT_FOUND, "No such escrow; it appears once the accepted trade is funded."),
  ESCROW_ALREADY_FUNDED(Category.CONFLICT, "The escrow is funded already."),
  ESCROW_NOT_YOURS(Category.NOT_ALLOWED, "You are not the party that may do this."),
  ESCROW_ALREADY_DELIVERED(Category.CONFLICT, "Delivery was recorded already."),
  ESCROW_NOT_DELIVERED(Category.CONFLICT, "The seller has not recorded a delivery yet."),
  ESCROW_ALREADY_CONFIRMED(Category.CONFLICT, "The buyer has confirmed already."),
  ESCROW_DISPUTED(Category.CONFLICT, "The escrow is frozen by a dispute until it is decided."),
  ESCROW_NOT_DISPUTED(Category.CONFLICT, "There is no open dispute on this escrow."),
  DISPUTE_HANDLER_IS_PARTY(
      Category.NOT_ALLOWED, "A party of the trade can not handle its dispute."),
  ESCROW_FINISHED(Category.CONFLICT, "The escrow has been settled."),
  ESCROW_NOT_SETTLEABLE(Category.CONFLICT, "Nothing yet decides where the funds go."),
  COMPLAINT_WINDOW_ENDED(Category.CONFLICT, "The time to complain is over."),
  CANCELLATION_ALREADY_REQUESTED(
      Category.CONFLICT, "You have asked to cancel already; the other side has to agree."),
  ARBITRATION_NOT_OVERDUE(Category.CONFLICT, "The arbiter's time is not over yet."),
  SPLIT_DOES_NOT_ADD_UP(
      Category.RULE, "The two shares of a split must add up to the amount in escrow."),
  EVIDENCE_LIMIT_REACHED(Category.RULE, "A side submits at most 50 pieces of evidence."),
  NOTE_LIMIT_REACHED(Category.RULE, "A dispute bears at most 200 notes.");

  private final Reason reason;

  EscrowRejection(Category category, String message) {
    this.reason = new Reason(category, message);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
