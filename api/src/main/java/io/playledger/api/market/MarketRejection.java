package io.playledger.api.market;

import io.playledger.api.RejectionCode;

/** Reasons to reject a command of the market context. */
public enum MarketRejection implements RejectionCode {
  LISTING_NOT_FOUND(Category.NOT_FOUND, "No such listing."),
  LISTING_ALREADY_EXISTS(Category.CONFLICT, "A listing with that id exists already."),
  LISTING_NOT_ACTIVE(Category.CONFLICT, "The listing is reserved, sold, withdrawn or expired."),
  LISTING_NOT_YOURS(Category.NOT_ALLOWED, "Only its seller may change a listing."),
  LISTING_STALE(Category.STALE, "The listing has changed since you read it; read it again."),
  LISTING_EXPIRY_OUT_OF_RANGE(Category.RULE, "A listing expires between now and 90 days from now."),
  LISTING_NOT_EXPIRED(Category.CONFLICT, "The listing's time is not over yet."),
  PRICE_NOT_POSITIVE(Category.RULE, "The price must be greater than zero."),
  PRICE_ASSET_MISMATCH(Category.RULE, "An offer is made in the asset of the listing's price."),
  TRADE_WITH_ONESELF(Category.RULE, "You can not buy your own listing."),
  TRADE_NOT_FOUND(Category.NOT_FOUND, "No such trade."),
  TRADE_ALREADY_EXISTS(Category.CONFLICT, "A trade with that id exists already."),
  TRADE_NOT_OPEN(Category.CONFLICT, "The offer was accepted, declined or withdrawn already."),
  TRADE_NOT_ACCEPTED(Category.CONFLICT, "The offer has not been accepted."),
  TRADE_NOT_YOURS(Category.NOT_ALLOWED, "You are not the party that may do this."),
  TRADE_NOT_FINISHED(Category.CONFLICT, "A trade is reviewed after it has finished."),
  TRADE_ALREADY_FINISHED(Category.CONFLICT, "The trade has finished already."),
  TRADE_NOT_REVIEWABLE(Category.RULE, "Only a trade whose goods changed hands is reviewed."),
  TRADE_ALREADY_REVIEWED(Category.CONFLICT, "You have reviewed this trade already."),
  RATING_OUT_OF_RANGE(Category.RULE, "A rating is 1 to 5.");

  private final Reason reason;

  MarketRejection(Category category, String message) {
    this.reason = new Reason(category, message);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
