package io.playledger.api.apikey;

import io.playledger.api.RejectionCode;

/** Reasons to reject a command about an API key. */
public enum ApiKeyRejection implements RejectionCode {
  API_KEY_NOT_FOUND(Category.NOT_FOUND, "No such API key."),
  API_KEY_ALREADY_EXISTS(Category.CONFLICT, "An API key with that id exists already."),
  API_KEY_ENDED(Category.CONFLICT, "The API key is revoked or has expired."),
  API_KEY_EXPIRY_OUT_OF_RANGE(Category.RULE, "An API key ends within a year from now."),
  API_KEY_OVERLAP_OUT_OF_RANGE(Category.RULE, "The former secret ends within a week from now."),
  API_KEY_LIMIT_REACHED(Category.CONFLICT, "Revoke an API key before you make another one.");

  private final Reason reason;

  ApiKeyRejection(Category category, String message) {
    this.reason = new Reason(category, message);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
