package io.playledger.server.escrow;

import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.market.TradeStatus;

/** Derives the status of a trade from the status of its escrow. */
final class TradeStatuses {

  private TradeStatuses() {}

  static TradeStatus of(EscrowStatus escrow) {
    return switch (escrow) {
      case FUNDED -> TradeStatus.FUNDED;
      case DELIVERED -> TradeStatus.DELIVERED;
      case DISPUTED -> TradeStatus.DISPUTED;
      case CANCELLATION_AGREED, REFUNDED -> TradeStatus.CANCELLED;
      case CONFIRMED, RULED, RELEASED, SPLIT -> TradeStatus.COMPLETED;
    };
  }
}
