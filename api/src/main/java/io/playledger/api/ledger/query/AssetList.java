package io.playledger.api.ledger.query;

import io.playledger.api.ledger.AssetCode;
import java.util.List;

/** All assets, by code. */
public record AssetList(List<AssetView> assets) {

  /**
   * One asset.
   *
   * @param mintLimitPerDay decimal string; null for no limit
   */
  public record AssetView(
      AssetCode code, int scale, boolean transferable, String mintLimitPerDay) {}
}
