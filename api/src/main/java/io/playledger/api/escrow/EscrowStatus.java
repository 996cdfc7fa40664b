package io.playledger.api.escrow;

/** States of an escrow. */
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
