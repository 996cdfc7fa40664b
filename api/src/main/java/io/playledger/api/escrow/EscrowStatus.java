package io.playledger.api.escrow;

/** Where an escrow stands. */
public enum EscrowStatus {
  FUNDED,
  DELIVERED,
  CONFIRMED,
  CANCELLATION_AGREED,
  DISPUTED,
  RULED,
  RELEASED,
  REFUNDED,
  SPLIT
}
