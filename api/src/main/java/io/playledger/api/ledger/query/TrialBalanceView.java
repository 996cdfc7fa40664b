package io.playledger.api.ledger.query;

import io.playledger.api.ledger.AssetCode;
import java.util.List;

/** Sums of all accounts, by asset. */
public record TrialBalanceView(List<Line> lines) {

  /**
   * One asset's sums; decimal strings.
   *
   * @param total wallets + escrows + system, zero in a sound ledger
   */
  public record Line(
      AssetCode asset, String wallets, String escrows, String system, String total) {}
}
