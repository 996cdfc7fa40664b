package io.playledger.verification.books;

/** The platform's fee, computed independently from its documentation. */
public final class Fee {

  private static final long WHOLE = 10_000;

  private Fee() {}

  /**
   * units * basisPoints / 10,000, rounded down; the remainder stays with the seller. Whole and rest
   * are multiplied apart, so that nothing overflows.
   *
   * @param units not negative
   * @param basisPoints 0 to 10,000
   */
  public static long on(long units, int basisPoints) {
    long whole = Math.multiplyExact(units / WHOLE, (long) basisPoints);
    long rest = units % WHOLE * basisPoints / WHOLE;
    return Math.addExact(whole, rest);
  }
}
