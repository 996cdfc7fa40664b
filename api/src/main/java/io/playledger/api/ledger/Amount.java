package io.playledger.api.ledger;

import java.util.Objects;

/**
 * A quantity of an asset.
 *
 * @param units count of the asset's smallest unit; aggregates refuse what is not positive
 */
public record Amount(AssetCode asset, long units) {

  public Amount {
    Objects.requireNonNull(asset, "asset");
  }
}
