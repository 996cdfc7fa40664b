package io.playledger.verification.books;

import java.math.BigDecimal;

/** The assets that the day is traded in, as the platform has them from its first start. */
public enum Currency {
  USD(2),
  GOLD(0),
  TOKEN(8);

  private final int scale;

  Currency(int scale) {
    this.scale = scale;
  }

  /** Decimals: 2 means that 1 unit is 0.01. */
  public int scale() {
    return scale;
  }

  /** The decimal string of so many smallest units. */
  public String decimal(long units) {
    return BigDecimal.valueOf(units, scale).toPlainString();
  }

  /**
   * The smallest units of a decimal string.
   *
   * @throws ArithmeticException where it is finer than the asset or too large
   */
  public long units(String decimal) {
    return new BigDecimal(decimal).movePointRight(scale).longValueExact();
  }
}
