package io.playledger.api.ledger;

import io.playledger.api.CommandRejected;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An asset's code and scale: the one place where decimal strings and smallest units meet.
 *
 * @param scale decimals, 0 to {@value #SCALE_MAX}: USD has 2, so 1 unit is 0.01
 */
public record Asset(AssetCode code, int scale) {

  public static final int SCALE_MAX = 12;

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,19})?");

  public Asset {
    Objects.requireNonNull(code, "code");
    if (scale < 0 || scale > SCALE_MAX) {
      throw new IllegalArgumentException("A scale is 0 to " + SCALE_MAX + " decimals.");
    }
  }

  /**
   * Parses a decimal string exactly. Trailing zeros beyond the scale are allowed.
   *
   * @param decimal for example {@code "12.50"}; no exponent, no sign but minus
   * @throws IllegalArgumentException if it is not such a string
   * @throws CommandRejected AMOUNT_TOO_PRECISE or AMOUNT_OUT_OF_RANGE
   */
  public long toUnits(String decimal) {
    if (decimal == null || !DECIMAL.matcher(decimal).matches()) {
      throw new IllegalArgumentException("An amount is a decimal string such as \"12.50\".");
    }
    BigDecimal units = new BigDecimal(decimal).movePointRight(scale).stripTrailingZeros();
    if (units.scale() > 0) {
      throw new CommandRejected(
          LedgerRejection.AMOUNT_TOO_PRECISE,
          Map.of("asset", code.value(), "decimalsMax", Integer.toString(scale)));
    }
    try {
      return units.longValueExact();
    } catch (ArithmeticException tooLarge) {
      throw new CommandRejected(
          LedgerRejection.AMOUNT_OUT_OF_RANGE,
          Map.of("asset", code.value(), "unitsMax", Long.toString(Long.MAX_VALUE)));
    }
  }

  /** Writes smallest units as a decimal string with exactly {@code scale} decimals. */
  public String toDecimal(long units) {
    return BigDecimal.valueOf(units, scale).toPlainString();
  }
}
