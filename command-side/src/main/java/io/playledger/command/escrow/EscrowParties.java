package io.playledger.command.escrow;

import io.playledger.api.CommandRejected;
import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;

/** The parties of the trade. An escrow has the id of its trade. */
record EscrowParties(TradeId escrow, PlayerId buyer, PlayerId seller) {

  boolean include(PlayerId player) {
    return player.equals(buyer) || player.equals(seller);
  }

  void requireBuyer(PlayerId by) {
    require(by.equals(buyer));
  }

  void requireSeller(PlayerId by) {
    require(by.equals(seller));
  }

  void requireParty(PlayerId by) {
    require(include(by));
  }

  /** Rejects a party of the trade as handler of its dispute. */
  void requireOutsider(PlayerId handler) {
    if (include(handler)) {
      throw new CommandRejected(EscrowRejection.DISPUTE_HANDLER_IS_PARTY);
    }
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new CommandRejected(EscrowRejection.ESCROW_NOT_YOURS);
    }
  }
}
