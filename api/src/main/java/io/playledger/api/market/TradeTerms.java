package io.playledger.api.market;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Objects;

/**
 * The terms of one trade, copied from the configuration when the offer was accepted, so that a
 * later change of the configuration does not change them.
 *
 * @param feeBasisPoints the platform's share of what the seller receives, 0 to 10,000
 * @param deliveryWindow from funding to delivery
 * @param complaintWindow from delivery to settlement without complaint
 * @param arbitrationWindow from dispute to decision
 * @param defaultRuling the ruling if no moderator decides in time
 */
public record TradeTerms(
    int feeBasisPoints,
    Duration deliveryWindow,
    Duration complaintWindow,
    Duration arbitrationWindow,
    Ruling defaultRuling) {

  public static final int BASIS_POINTS = 10_000;

  public TradeTerms {
    Objects.requireNonNull(deliveryWindow, "deliveryWindow");
    Objects.requireNonNull(complaintWindow, "complaintWindow");
    Objects.requireNonNull(arbitrationWindow, "arbitrationWindow");
    Objects.requireNonNull(defaultRuling, "defaultRuling");
    if (feeBasisPoints < 0 || feeBasisPoints > BASIS_POINTS) {
      throw new IllegalArgumentException("A fee is 0 to 10000 basis points.");
    }
    if (defaultRuling == Ruling.SPLIT) {
      throw new IllegalArgumentException("The default ruling is RELEASE or REFUND.");
    }
  }

  /**
   * The fee on what a seller receives: units * feeBasisPoints / 10,000, rounded down. The remainder
   * stays with the seller.
   *
   * @param units smallest units, not negative
   */
  public long feeOn(long units) {
    return BigInteger.valueOf(units)
        .multiply(BigInteger.valueOf(feeBasisPoints))
        .divide(BigInteger.valueOf(BASIS_POINTS))
        .longValueExact();
  }
}
