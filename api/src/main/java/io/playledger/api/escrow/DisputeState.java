package io.playledger.api.escrow;

/** States of a dispute. */
public enum DisputeState {
  OPEN,
  ASSIGNED,
  RESOLVED
}
