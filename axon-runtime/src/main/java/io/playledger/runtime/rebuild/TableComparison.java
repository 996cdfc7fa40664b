package io.playledger.runtime.rebuild;

import java.math.BigDecimal;

/**
 * One table, live against rebuilt, at the same position.
 *
 * @param table unqualified name
 * @param liveRows rows of the live table
 * @param rebuiltRows rows of the rebuilt one
 * @param liveHash sum of the 64-bit hashes of all rows as text, so the order of rows plays no part
 * @param rebuiltHash the same of the rebuilt rows
 */
public record TableComparison(
    String table, long liveRows, long rebuiltRows, BigDecimal liveHash, BigDecimal rebuiltHash) {

  /** Whether both hold the same rows. */
  public boolean equal() {
    return liveRows == rebuiltRows && liveHash.compareTo(rebuiltHash) == 0;
  }
}
