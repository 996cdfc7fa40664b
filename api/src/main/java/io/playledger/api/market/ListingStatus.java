package io.playledger.api.market;

/** Where a listing stands. */
public enum ListingStatus {
  ACTIVE,
  RESERVED,
  SOLD,
  WITHDRAWN,
  EXPIRED,
  /** Its trade ended without goods or trust: the seller may list anew. */
  CLOSED
}
