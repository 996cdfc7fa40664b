package io.playledger.api.apikey;

import io.playledger.api.RejectionCode;

/** Reasons to reject a command about an API key. */
public enum ApiKeyRejection implements RejectionCode {
  API_KEY_NOT_FOUND(Category.NOT_FOUND, "There is no API key with that id."),
  API_KEY_ALREADY_EXISTS(Category.CONFLICT, "An API key with that id exists already."),
  API_KEY_ENDED(Category.CONFLICT, "The API key is revoked or has expired."),
  API_KEY_EXPIRY_OUT_OF_RANGE(
      Category.RULE, "An API key must expire between now and 366 days from now."),
  API_KEY_OVERLAP_OUT_OF_RANGE(Category.RULE, "The overlap must be between 0 and 7 days."),
  API_KEY_LIMIT_REACHED(
      Category.CONFLICT,
      "You have the largest number of active API keys; revoke one before you create another.");

  private final Reason reason;

  ApiKeyRejection(Category category, String message) {
    this.reason = new Reason(category, message);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
