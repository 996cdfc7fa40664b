package io.playledger.command.escrow;

import io.playledger.api.CommandRejected;
import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.escrow.command.ResolveDispute;
import io.playledger.api.market.Ruling;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shares of both sides after a ruling. They add up to the amount in escrow.
 *
 * @param toSeller units before the fee
 * @param toBuyer units
 */
record DisputeShares(long toSeller, long toBuyer) {

  /** The shares of a moderator's decision. */
  static DisputeShares of(ResolveDispute command, long units) {
    return switch (command.ruling()) {
      case RELEASE, REFUND -> whole(command.ruling(), units);
      case SPLIT -> split(command.toSeller(), command.toBuyer(), units);
    };
  }

  /** Everything to one side. TradeTerms do not allow a split as default ruling. */
  static DisputeShares whole(Ruling ruling, long units) {
    return switch (ruling) {
      case RELEASE -> new DisputeShares(units, 0);
      case REFUND -> new DisputeShares(0, units);
      case SPLIT -> throw new IllegalArgumentException("A split names its shares.");
    };
  }

  private static DisputeShares split(@Nullable Long toSeller, @Nullable Long toBuyer, long units) {
    if (toSeller == null
        || toBuyer == null
        || toSeller < 0
        || toBuyer < 0
        || toSeller > units
        || toBuyer != units - toSeller) {
      throw new CommandRejected(
          EscrowRejection.SPLIT_DOES_NOT_ADD_UP, Map.of("amountUnits", Long.toString(units)));
    }
    return new DisputeShares(toSeller, toBuyer);
  }
}
