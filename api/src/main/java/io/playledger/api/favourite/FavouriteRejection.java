package io.playledger.api.favourite;

import io.playledger.api.RejectionCode;

/** Reasons to reject a command of the favourite context. */
public enum FavouriteRejection implements RejectionCode {
  FAVOURITE_NOT_FOUND(Category.NOT_FOUND, "This is not among your favorites."),
  FAVOURITE_LIMIT_REACHED(
      Category.CONFLICT, "You have 1000 favorites; remove one before you add another.");

  private final Reason reason;

  FavouriteRejection(Category category, String message) {
    this.reason = new Reason(category, message);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
