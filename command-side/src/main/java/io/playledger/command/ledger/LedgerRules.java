package io.playledger.command.ledger;

import io.playledger.api.CommandRejected;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.LedgerRejection;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules that several of the ledger's commands share. */
final class LedgerRules {

  private LedgerRules() {}

  static void positive(long units) {
    if (units <= 0) {
      throw new CommandRejected(LedgerRejection.AMOUNT_NOT_POSITIVE);
    }
  }

  /** Adds exactly, or rejects with AMOUNT_OUT_OF_RANGE. */
  static long sum(long left, long right) {
    try {
      return Math.addExact(left, right);
    } catch (ArithmeticException overflow) {
      throw new CommandRejected(LedgerRejection.AMOUNT_OUT_OF_RANGE);
    }
  }

  /**
   * Rejects anybody but the payee, who alone ends a hold before its expiry.
   *
   * @param by none: the platform
   */
  static void payeeOrPlatform(Hold hold, @Nullable PlayerId by) {
    if (by != null && !by.equals(hold.payee())) {
      throw new CommandRejected(LedgerRejection.HOLD_NOT_YOURS);
    }
  }

  static void notOver(Hold hold, Instant at) {
    if (hold.overAt(at)) {
      throw new CommandRejected(
          LedgerRejection.HOLD_EXPIRED, Map.of("expiresAt", hold.expiresAt().toString()));
    }
  }
}
