package io.playledger.api.ledger;

import io.playledger.api.Query;

/** Every asset, by code. */
public record ListAssets() implements Query<AssetList> {
  @Override
  public Class<AssetList> answerType() {
    return AssetList.class;
  }

  @Override
  public String projection() {
    return "ledger";
  }
}
