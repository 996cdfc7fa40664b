package io.playledger.api.escrow;

import io.playledger.api.RejectionCode;

/** Reasons to reject a command of the escrow context. */
public enum EscrowRejection implements RejectionCode {
  ESCROW_NOT_FOUND(
      Category.NOT_FOUND,
      "There is no escrow with that id; it is created when the accepted trade is funded."),
  ESCROW_ALREADY_FUNDED(Category.CONFLICT, "The escrow is funded already."),
  ESCROW_NOT_YOURS(Category.NOT_ALLOWED, "You are not the party of this trade that can do this."),
  ESCROW_ALREADY_DELIVERED(Category.CONFLICT, "Delivery was recorded already."),
  ESCROW_NOT_DELIVERED(Category.CONFLICT, "The seller has not recorded a delivery yet."),
  ESCROW_ALREADY_CONFIRMED(Category.CONFLICT, "The buyer has confirmed already."),
  ESCROW_DISPUTED(Category.CONFLICT, "The escrow is frozen by a dispute until it is decided."),
  ESCROW_NOT_DISPUTED(Category.CONFLICT, "There is no open dispute on this escrow."),
  DISPUTE_HANDLER_IS_PARTY(Category.NOT_ALLOWED, "A party of the trade cannot handle its dispute."),
  ESCROW_FINISHED(Category.CONFLICT, "The escrow has been settled."),
  ESCROW_NOT_SETTLEABLE(Category.CONFLICT, "It is not decided yet who receives the funds."),
  COMPLAINT_WINDOW_ENDED(Category.CONFLICT, "The complaint window has ended."),
  CANCELLATION_ALREADY_REQUESTED(
      Category.CONFLICT,
      "You have requested the cancellation already; the other side must request it, too."),
  ARBITRATION_NOT_OVERDUE(Category.CONFLICT, "The arbitration window has not ended yet."),
  SPLIT_DOES_NOT_ADD_UP(
      Category.RULE, "The two shares of a split must add up to the amount in escrow."),
  EVIDENCE_LIMIT_REACHED(Category.RULE, "Each side can submit at most 50 pieces of evidence."),
  NOTE_LIMIT_REACHED(Category.RULE, "A dispute can have at most 200 notes.");

  private final Reason reason;

  EscrowRejection(Category category, String message) {
    this.reason = new Reason(category, message);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
