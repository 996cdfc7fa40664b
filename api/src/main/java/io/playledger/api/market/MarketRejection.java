package io.playledger.api.market;

import io.playledger.api.RejectionCode;

/** Reasons to reject a command of the market context. */
public enum MarketRejection implements RejectionCode {
  LISTING_NOT_FOUND(Category.NOT_FOUND, "There is no listing with that id."),
  LISTING_ALREADY_EXISTS(Category.CONFLICT, "A listing with that id exists already."),
  LISTING_NOT_ACTIVE(Category.CONFLICT, "The listing is reserved, sold, withdrawn or expired."),
  LISTING_NOT_YOURS(Category.NOT_ALLOWED, "Only the seller can change a listing."),
  LISTING_STALE(Category.STALE, "The listing has changed since you read it; read it again."),
  LISTING_EXPIRY_OUT_OF_RANGE(
      Category.RULE, "A listing must expire between now and 90 days from now."),
  LISTING_NOT_EXPIRED(Category.CONFLICT, "The listing has not expired yet."),
  PRICE_NOT_POSITIVE(Category.RULE, "The price must be greater than zero."),
  PRICE_ASSET_MISMATCH(Category.RULE, "The price of an offer must be in the asset of the listing."),
  TRADE_WITH_ONESELF(Category.RULE, "You cannot buy your own listing."),
  TRADE_NOT_FOUND(Category.NOT_FOUND, "There is no trade with that id."),
  TRADE_ALREADY_EXISTS(Category.CONFLICT, "A trade with that id exists already."),
  TRADE_NOT_OPEN(Category.CONFLICT, "The offer has already been accepted, declined or withdrawn."),
  TRADE_NOT_ACCEPTED(Category.CONFLICT, "The offer has not been accepted."),
  TRADE_NOT_YOURS(Category.NOT_ALLOWED, "You are not the party of this trade that can do this."),
  TRADE_NOT_FINISHED(Category.CONFLICT, "A trade can be reviewed only after it has finished."),
  TRADE_ALREADY_FINISHED(Category.CONFLICT, "The trade has finished already."),
  TRADE_NOT_REVIEWABLE(Category.RULE, "Only a completed trade can be reviewed."),
  TRADE_ALREADY_REVIEWED(Category.CONFLICT, "You have reviewed this trade already."),
  RATING_OUT_OF_RANGE(Category.RULE, "The rating must be 1 to 5.");

  private final Reason reason;

  MarketRejection(Category category, String message) {
    this.reason = new Reason(category, message);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
