package io.playledger.api.escrow;

/** Where a dispute stands. */
public enum DisputeState {
  OPEN,
  ASSIGNED,
  RESOLVED
}
