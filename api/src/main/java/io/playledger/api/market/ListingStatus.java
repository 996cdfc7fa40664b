package io.playledger.api.market;

/** States of a listing. */
public enum ListingStatus {
  ACTIVE,
  RESERVED,
  SOLD,
  WITHDRAWN,
  EXPIRED,
  /**
   * Its trade was cancelled by a missing delivery or a ruling; the seller can create a new listing.
   */
  CLOSED
}
