package io.playledger.api.ledger.query;

import io.playledger.api.ledger.AssetCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All assets, by code. */
public record AssetList(List<AssetView> assets) {

  /**
   * One asset.
   *
   * @param mintLimitPerDay decimal string; none: unlimited
   */
  public record AssetView(
      AssetCode code, int scale, boolean transferable, @Nullable String mintLimitPerDay) {}
}
